package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

@Scenario("A VarHandle's volatile access of a plain field")
@Clean
final class HandleVolatile implements Program {
    private static final VarHandle READY = handle();
    boolean ready;
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    READY.setVolatile(this, true);
                },
                () -> {
                    while (!(boolean) READY.getVolatile(this)) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(2, payload);
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(HandleVolatile.class, "ready", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
