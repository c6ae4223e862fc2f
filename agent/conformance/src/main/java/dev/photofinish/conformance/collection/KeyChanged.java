package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.HashMap;
import java.util.Map;

@Scenario(
        value = "The key of a map is changed while the map is asked for it",
        go = {"RaceMapLookupPartKey", "RaceMapLookupPartKey2", "RaceMapDeletePartKey", "RaceMapInsertPartKey"})
@Races({"Asked.part", "Removed.part", "Inserted.part"})
final class KeyChanged implements Program {
    private final Map<Object, String> map = new HashMap<>();
    private final Asked asked = new Asked();
    private final Removed removed = new Removed();
    private final Inserted inserted = new Inserted();

    @Override
    public void run() throws Exception {
        map.put("other", "other");
        Threads.concurrently(
                () -> {
                    asked.part = 1;
                    removed.part = 1;
                    inserted.part = 1;
                },
                () -> {
                    Check.equal(null, map.get(asked));
                    Check.equal(null, map.remove(removed));
                    Check.equal(null, map.put(inserted, "inserted"));
                });
    }

    static final class Asked {
        int part;

        @Override
        public int hashCode() {
            return part;
        }

        @Override
        public boolean equals(Object other) {
            return other == this;
        }
    }

    static final class Removed {
        int part;

        @Override
        public int hashCode() {
            return part;
        }

        @Override
        public boolean equals(Object other) {
            return other == this;
        }
    }

    static final class Inserted {
        int part;

        @Override
        public int hashCode() {
            return part;
        }

        @Override
        public boolean equals(Object other) {
            return other == this;
        }
    }
}
