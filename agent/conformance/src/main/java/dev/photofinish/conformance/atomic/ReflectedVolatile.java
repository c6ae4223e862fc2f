package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A volatile field is set by reflection")
@Clean
final class ReflectedVolatile implements Program {
    volatile boolean ready;

    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    ReflectedVolatile.class.getDeclaredField("ready").setBoolean(this, true);
                },
                () -> {
                    while (!ready) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(2, payload);
    }
}
