package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.ArrayList;
import java.util.List;

@Scenario("Two threads set different elements of a list that does not grow")
@Clean
final class OtherElementSet implements Program {
    private final List<String> list = new ArrayList<>(List.of("a", "b"));

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> list.set(0, "x"), () -> list.set(1, "y"));
        Check.equal(List.of("x", "y"), list);
    }
}
