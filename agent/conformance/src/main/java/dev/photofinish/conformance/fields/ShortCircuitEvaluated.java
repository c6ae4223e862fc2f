package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "An operand that is evaluated is accessed",
        go = {"RaceAnd", "RaceAnd2", "RaceOr", "RaceOr2"})
@Races("written")
final class ShortCircuitEvaluated implements Program {
    boolean written;

    @Override
    public void run() throws Exception {
        boolean yes = Boolean.parseBoolean("true");
        Threads.concurrently(() -> written = true, () -> Check.that((yes && written) || !written || yes, "a value"));
    }
}
