package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

@Scenario("A synchronizedList is iterated under its mutex")
@Clean
final class GuardedIteration implements Program {
    private final List<String> list = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> list.add("a"),
                () -> {
                    synchronized (list) {
                        for (String element : list) {
                            Check.equal("a", element);
                        }
                    }
                });
    }
}
