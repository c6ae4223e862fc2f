package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

@Scenario("Elements of an array through a VarHandle")
@Clean
final class ElementHandle implements Program {
    private static final VarHandle FLAGS = MethodHandles.arrayElementVarHandle(int[].class);
    private final int[] flags = new int[2];

    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    FLAGS.setRelease(flags, 1, 1);
                },
                () -> {
                    while ((int) FLAGS.getAcquire(flags, 1) == 0) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(2, payload);
    }
}
