package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "An operand that is not evaluated is not accessed",
        go = {"NoRaceShortCalc", "NoRaceShortCalc2", "NoRaceAnd", "NoRaceOr"})
@Clean
final class ShortCircuit implements Program {
    boolean written;

    @Override
    public void run() throws Exception {
        boolean no = Boolean.parseBoolean("false");
        Threads.concurrently(() -> written = true, () -> {
            Check.equal(false, no && written);
            Check.equal(true, !no || written);
        });
    }
}
