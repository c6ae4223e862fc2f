package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

@Scenario("A VarHandle's setRelease and getAcquire")
@Clean
final class HandleReleaseAcquire implements Program {
    private static final VarHandle READY = handle();
    boolean ready;
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    READY.setRelease(this, true);
                },
                () -> {
                    while (!(boolean) READY.getAcquire(this)) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(2, payload);
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(HandleReleaseAcquire.class, "ready", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
