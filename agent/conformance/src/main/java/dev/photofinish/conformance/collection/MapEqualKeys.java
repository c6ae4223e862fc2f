package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

@Scenario("A map compares a key that another thread has put: its fields were written before")
@Clean
final class MapEqualKeys implements Program {
    private final Map<Key, String> map = new ConcurrentHashMap<>();
    private final Marker put = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    map.put(new Key(7), "seven");
                    put.reach();
                },
                () -> {
                    put.await();
                    Check.equal("seven", map.get(new Key(7)));
                    Check.equal("seven", map.putIfAbsent(new Key(7), "other"));
                });
    }

    static final class Key {
        private int id;

        Key(int id) {
            this.id = id;
        }

        @Override
        public int hashCode() {
            return id;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.id == id;
        }
    }
}
