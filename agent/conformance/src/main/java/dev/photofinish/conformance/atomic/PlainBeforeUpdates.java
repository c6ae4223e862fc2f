package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

@Scenario("Plain accesses before an update are ordered by it with the next update, and with plain ones after that")
@Clean
final class PlainBeforeUpdates implements Program {
    private static final VarHandle STATE = handle();

    private final Marker added = new Marker();
    private final Marker set = new Marker();
    int state;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    state = 1;
                    Check.equal(1, (int) STATE.getAndAdd(this, 1));
                    added.reach();
                },
                () -> {
                    added.await();
                    Check.that(STATE.compareAndSet(this, 2, 3), "the sum");
                    state = 4;
                    STATE.setRelease(this, 5);
                    set.reach();
                },
                () -> {
                    set.await();
                    Check.equal(5, (int) STATE.getAcquire(this));
                    Check.equal(5, state);
                });
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(PlainBeforeUpdates.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
