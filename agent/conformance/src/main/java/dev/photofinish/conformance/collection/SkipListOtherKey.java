package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.ConcurrentSkipListMap;

@Scenario("What was put under another key orders nothing")
@Races("payload")
final class SkipListOtherKey implements Program {
    private final ConcurrentSkipListMap<Integer, String> map = new ConcurrentSkipListMap<>();
    private final Marker put = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        map.put(1, "one");
        Threads.concurrently(
                () -> {
                    payload = 1;
                    map.put(2, "two");
                    put.reach();
                },
                () -> {
                    put.await();
                    Check.equal("one", map.get(1));
                    payload = 2;
                });
    }
}
