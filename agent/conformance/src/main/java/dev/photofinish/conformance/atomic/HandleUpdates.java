package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

@Scenario("Updates through a handle never race with each other or with opaque reads")
@Clean
final class HandleUpdates implements Program {
    private static final VarHandle STATE = handle();

    int state;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> Check.that((int) STATE.getAndAdd(this, 1) <= 3, "a state"),
                () -> Check.that(STATE.compareAndSet(this, 7, 8) || (int) STATE.getOpaque(this) <= 3, "a state"),
                () -> STATE.setVolatile(this, 2));
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(HandleUpdates.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
