package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario(
        value = "The read stands in a switch",
        go = {"RaceCaseCondition", "RaceCaseCondition2", "RaceCaseBody", "RaceCaseFallthrough"})
@Races("kind")
final class ReadInCondition implements Program {
    private final Marker written = new Marker();
    int kind;
    int seen;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    kind = 1;
                    written.reach();
                },
                () -> {
                    written.await();
                    switch (kind) {
                        case 0 -> seen = 10;
                        case 1 -> seen = 11;
                        default -> seen = 12;
                    }
                });
        Check.that(seen >= 10, "a case");
    }
}
