package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

@Scenario(value = "One side goes through the volatile view of the field, the other does not (jcstress SemiVolatile)")
@Races({"ready", "payload"})
final class WrittenVolatileReadPlain implements Program {
    private static final VarHandle READY = handle();
    private final Marker published = new Marker();
    int payload;
    boolean ready;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    READY.setVolatile(this, true);
                    published.reach();
                },
                () -> {
                    published.await();
                    Check.that(ready, "to be ready");
                    Check.equal(1, payload);
                });
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(WrittenVolatileReadPlain.class, "ready", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
