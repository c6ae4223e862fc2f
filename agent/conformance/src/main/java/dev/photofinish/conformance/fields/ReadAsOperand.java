package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario(
        value = "The reads are operands",
        go = {"RacePlus", "RacePlus2", "RaceDiv", "RaceMod", "RaceComplement", "RaceRotate"})
@Races({"left", "right"})
final class ReadAsOperand implements Program {
    private final Marker written = new Marker();
    int left = 6;
    int right = 2;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    left = 8;
                    right = 4;
                    written.reach();
                },
                () -> {
                    written.await();
                    Check.that(left / right + left % right + ~left - Integer.rotateLeft(right, 3) < 0, "a result");
                });
    }
}
