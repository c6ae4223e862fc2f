package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.HashMap;
import java.util.Map;

@Scenario(
        value = "A value is copied into and out of a map while another thread changes it",
        go = {"RaceMapInsertPartVal", "RaceMapBigValInsert", "RaceMapBigValAccess1", "RaceMapBigValAccess2"})
@Races({"Inserted.part", "Fetched.part"})
final class ValueCopied implements Program {
    private final Map<String, Integer> map = new HashMap<>();
    private final Inserted inserted = new Inserted();
    private final Fetched fetched = new Fetched();

    @Override
    public void run() throws Exception {
        map.put("fetched", 1);
        Threads.concurrently(
                () -> {
                    inserted.part = 1;
                    fetched.part = 1;
                },
                () -> {
                    map.put("inserted", inserted.part);
                    fetched.part = map.get("fetched");
                });
    }

    static final class Inserted {
        int part;
    }

    static final class Fetched {
        int part;
    }
}
