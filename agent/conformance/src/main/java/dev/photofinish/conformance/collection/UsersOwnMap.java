package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.HashMap;
import java.util.Map;

@Scenario("A subclass of the application does its own locking: its calls are not the JDK's")
@Clean
final class UsersOwnMap implements Program {
    private final Map<String, String> map = new Locked();

    private static final class Locked extends HashMap<String, String> {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized String put(String key, String value) {
            return super.put(key, value);
        }
    }

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> map.put("a", "1"), () -> map.put("b", "2"));
    }
}
