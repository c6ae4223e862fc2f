package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@Scenario("A lock guards a map, a list and its sublist")
@Clean
final class GuardedCollections implements Program {
    private final Map<String, Integer> map = new HashMap<>();
    private final List<String> list = new ArrayList<>();

    private synchronized void use() {
        map.merge("a", 1, Integer::sum);
        for (int value : map.values()) {
            list.add(0, "x" + value);
        }
        Check.that(!list.subList(0, 1).isEmpty(), "one at least");
    }

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::use, this::use);
        Check.equal(2, list.size());
    }
}
