package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

@Scenario("A static volatile field, written through its VarHandle and read directly")
@Clean
final class StaticHandle implements Program {
    private static final VarHandle READY = handle();
    private static volatile boolean ready;

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findStaticVarHandle(StaticHandle.class, "ready", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    READY.setVolatile(true);
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
