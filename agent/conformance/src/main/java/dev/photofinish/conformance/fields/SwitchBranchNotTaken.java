package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "The write stands in a branch of a switch that is not taken", go = "NoRaceCaseFallthrough")
@Clean
final class SwitchBranchNotTaken implements Program {
    private final int kind = "a".length();
    int value;
    int seen;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> seen = value, () -> {
            switch (kind) {
                case 1 -> Thread.onSpinWait();
                default -> value = 2;
            }
        });
        Check.equal(0, seen);
    }
}
