package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

@Scenario(value = "A synchronizedMap is iterated without its mutex", needs = "accesses of collections: issue 3")
@Races("java.util.HashMap")
final class UnguardedIteration implements Program {
    private final Map<String, String> map = Collections.synchronizedMap(new HashMap<>());

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> map.put("a", "1"),
                () -> Check.that(String.join(",", map.keySet()).length() <= 1, "at most one key"));
    }
}
