package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

@Scenario(
        value = "One side goes through the VarHandle, the other accesses the field plainly",
        go = {"RaceAtomicStoreLoad", "RaceAtomicLoadStore", "RaceAtomicAddLoad", "RaceAtomicAddStore"},
        needs = "plain accesses through a VarHandle: issue 3")
@Races("state")
final class HandleVolatileAgainstPlain implements Program {
    private static final VarHandle STATE = handle();
    int state;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> STATE.setVolatile(this, 1), () -> Check.that(state <= 1, "a state"));
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(HandleVolatileAgainstPlain.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
