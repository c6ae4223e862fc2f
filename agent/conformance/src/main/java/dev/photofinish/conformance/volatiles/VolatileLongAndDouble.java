package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("Volatile long and double are variables of two stack slots")
@Clean
final class VolatileLongAndDouble implements Program {
    volatile long stamp;
    volatile double ratio;
    long plainStamp;
    double plainRatio;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    plainStamp = 1L;
                    stamp = 1L;
                    plainRatio = 0.5;
                    ratio = 0.5;
                },
                () -> {
                    while (stamp == 0L) {
                        Thread.onSpinWait();
                    }
                    plainStamp += stamp;
                    while (ratio == 0.0) {
                        Thread.onSpinWait();
                    }
                    plainRatio += ratio;
                });
        Check.equal(2L, plainStamp);
        Check.equal(1.0, plainRatio);
    }
}
