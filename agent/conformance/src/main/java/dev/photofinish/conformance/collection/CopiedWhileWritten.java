package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

@Scenario("A list is made from a set that another thread adds to")
@Races("set[java.util.HashSet]")
final class CopiedWhileWritten implements Program {
    private final Set<String> set = new HashSet<>();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> set.add("a"), () -> Check.that(new ArrayList<>(set).size() <= 1, "at most one"));
    }
}
