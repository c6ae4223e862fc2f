package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.HashMap;
import java.util.Map;

@Scenario(
        value = "Two threads put into a HashMap",
        go = {"RaceMapRW", "RaceMapRW2"},
        needs = "accesses of collections: issue 3")
@Races("java.util.HashMap")
final class PlainHashMap implements Program {
    private final Map<String, String> map = new HashMap<>();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> map.put("a", "1"), () -> map.put("b", "2"));
    }
}
