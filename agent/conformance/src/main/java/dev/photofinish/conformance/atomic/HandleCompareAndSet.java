package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

@Scenario("A spin lock on a VarHandle")
@Clean
final class HandleCompareAndSet implements Program {
    private static final VarHandle TAKEN = handle();
    volatile int taken;
    int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, this::count);
        Check.equal(200, counted);
    }

    private void count() {
        for (int i = 0; i < 100; i++) {
            while (!TAKEN.compareAndSet(this, 0, 1)) {
                Thread.onSpinWait();
            }
            counted++;
            TAKEN.setRelease(this, 0);
        }
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(HandleCompareAndSet.class, "taken", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
