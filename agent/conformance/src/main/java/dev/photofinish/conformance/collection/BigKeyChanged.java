package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.HashMap;
import java.util.Map;

@Scenario(
        value = "An element of a key is changed while the map is asked for that key",
        go = {"RaceMapBigKeyAccess1", "RaceMapBigKeyAccess2", "RaceMapBigKeyInsert", "RaceMapBigKeyDelete"})
@Races("BigKey.cells[]")
final class BigKeyChanged implements Program {
    private final Map<Object, String> map = new HashMap<>();
    private final BigKey key = new BigKey();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> key.cells[30] = 1, () -> {
            Check.equal(null, map.get(key));
            Check.equal(null, map.put(key, "inserted"));
            Check.that(map.size() == 1, "one key");
            map.remove(key);
        });
    }

    static final class BigKey {
        private final int[] cells = new int[100];

        @Override
        public int hashCode() {
            int hash = 0;
            for (int cell : cells) {
                hash += cell;
            }
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other == this;
        }
    }
}
