package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.HashMap;
import java.util.Map;

@Scenario(
        value = "The field that holds the map is replaced",
        go = {"RaceMapVariable", "RaceMapVariable2", "RaceMapVariable3"})
@Races("map")
final class MapReplaced implements Program {
    Map<String, String> map = new HashMap<>();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> map = new HashMap<>(), () -> Check.equal(null, map.get("a")));
    }
}
