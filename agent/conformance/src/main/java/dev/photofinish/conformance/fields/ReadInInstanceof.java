package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario(
        value = "The read stands in an instanceof and in a cast",
        go = {"RaceCaseType", "RaceTypeAssert", "RaceIfaceCmp"})
@Races("value")
final class ReadInInstanceof implements Program {
    private final Marker written = new Marker();
    Object value = "text";

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    value = 7;
                    written.reach();
                },
                () -> {
                    written.await();
                    if (value instanceof Integer number) {
                        Check.equal(7, number);
                    }
                });
    }
}
