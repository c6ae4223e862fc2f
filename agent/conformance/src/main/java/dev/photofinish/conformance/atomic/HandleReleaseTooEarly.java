package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

@Scenario("The release comes before the write that it should publish (jcstress: wrong release/acquire order)")
@Races("payload")
final class HandleReleaseTooEarly implements Program {
    private static final VarHandle READY = handle();
    private final Marker released = new Marker();
    private final Marker seen = new Marker();
    int payload;
    boolean ready;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    READY.setRelease(this, true);
                    released.reach();
                    seen.await();
                    payload = 1;
                },
                () -> {
                    released.await();
                    Check.equal(true, READY.getAcquire(this));
                    seen.reach();
                    Check.that(payload <= 1, "a payload");
                });
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(HandleReleaseTooEarly.class, "ready", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
