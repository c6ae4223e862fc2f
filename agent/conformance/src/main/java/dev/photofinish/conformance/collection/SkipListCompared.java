package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;

@Scenario("A sorted map compares keys that another thread has put")
@Clean
final class SkipListCompared implements Program {
    private final ConcurrentSkipListMap<Key, Key> map = new ConcurrentSkipListMap<>();
    private final Marker put = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    for (int i = 0; i < 10; i++) {
                        map.put(new Key(i), new Key(i));
                    }
                    put.reach();
                },
                () -> {
                    put.await();
                    Check.equal(5, Objects.requireNonNull(map.get(new Key(5))).id);
                    Check.equal(0, map.firstKey().id);
                    Check.equal(4, map.headMap(new Key(5)).lastKey().id);
                    int sum = 0;
                    for (Key key : map.keySet()) {
                        sum += key.id;
                    }
                    for (Map.Entry<Key, Key> entry : map.tailMap(new Key(8)).entrySet()) {
                        sum += entry.getValue().id;
                    }
                    Check.equal(62, sum);
                });
    }

    static final class Key implements Comparable<Key> {
        int id;

        Key(int id) {
            this.id = id;
        }

        @Override
        public int compareTo(Key other) {
            return Integer.compare(id, other.id);
        }
    }
}
