package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

@Scenario("put of one key orders nothing for get of another")
@Races("payload")
final class MapOtherKey implements Program {
    private final ConcurrentMap<String, String> map = new ConcurrentHashMap<>();
    private final Marker put = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        map.put("b", "there before");
        Threads.concurrently(
                () -> {
                    payload = 1;
                    map.put("a", "done");
                    put.reach();
                },
                () -> {
                    put.await();
                    Check.equal("there before", map.get("b"));
                    payload = 2;
                });
    }
}
