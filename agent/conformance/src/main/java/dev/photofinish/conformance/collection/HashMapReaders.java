package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.HashMap;
import java.util.Map;

@Scenario(
        value = "Two threads read a HashMap that is filled before",
        go = {"NoRaceMapRR", "NoRaceMapRangeRange"})
@Clean
final class HashMapReaders implements Program {
    private final Map<String, String> map = new HashMap<>();

    @Override
    public void run() throws Exception {
        map.put("a", "1");
        Threads.concurrently(() -> Check.equal("1", map.get("a")), () -> Check.equal(1, map.size()));
    }
}
