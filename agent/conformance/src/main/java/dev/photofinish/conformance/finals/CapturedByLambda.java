package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

@Scenario("The captured variables of a lambda are final fields")
@Races("shared")
final class CapturedByLambda implements Program {
    private final Marker published = new Marker();

    @Nullable
    Callable<Integer> shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    int captured = Integer.parseInt("7");
                    shared = () -> captured;
                    published.reach();
                },
                () -> {
                    published.await();
                    Callable<Integer> seen = shared;
                    if (seen != null) {
                        Check.equal(7, seen.call());
                    }
                });
    }
}
