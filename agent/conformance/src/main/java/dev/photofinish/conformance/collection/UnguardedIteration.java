package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

@Scenario("A synchronizedMap is iterated without its mutex")
@Races("map[java.util.HashMap]")
final class UnguardedIteration implements Program {
    private final Map<String, String> map = Collections.synchronizedMap(new HashMap<>());
    private final Marker read = new Marker();

    @Override
    public void run() throws Exception {
        map.put("a", "1");
        Threads.concurrently(
                () -> {
                    for (String key : map.keySet()) {
                        Check.equal("a", key);
                    }
                    read.reach();
                },
                () -> {
                    read.await();
                    map.put("b", "2");
                });
    }
}
