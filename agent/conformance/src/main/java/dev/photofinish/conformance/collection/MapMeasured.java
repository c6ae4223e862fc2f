package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.HashMap;
import java.util.Map;

@Scenario(
        value = "A map is read in other ways than by get while another thread changes it",
        go = {"RaceMapRange", "RaceMapRange2", "RaceMapLen", "RaceMapDelete", "RaceMapLenDelete", "RaceMapRWArray"})
@Races({
    "iterated[java.util.HashMap]",
    "measured[java.util.HashMap]",
    "removed[java.util.HashMap]",
    "shrunk[java.util.HashMap]",
    "arrays[java.util.HashMap]"
})
final class MapMeasured implements Program {
    private final Map<String, String> iterated = new HashMap<>();
    private final Map<String, String> measured = new HashMap<>();
    private final Map<String, String> removed = new HashMap<>();
    private final Map<String, String> shrunk = new HashMap<>();
    private final Map<String, int[]> arrays = new HashMap<>();
    private final Marker changed = new Marker();

    @Override
    public void run() throws Exception {
        shrunk.put("a", "1");
        Threads.concurrently(
                () -> {
                    iterated.put("a", "1");
                    measured.put("a", "1");
                    removed.put("a", "1");
                    shrunk.remove("a");
                    arrays.put("a", new int[] {1, 2});
                    changed.reach();
                },
                () -> {
                    changed.await();
                    for (String key : iterated.keySet()) {
                        Check.equal("a", key);
                    }
                    Check.equal(1, measured.size());
                    Check.equal("1", removed.remove("a"));
                    Check.equal(0, shrunk.size());
                    Check.equal(null, arrays.get("b"));
                });
    }
}
