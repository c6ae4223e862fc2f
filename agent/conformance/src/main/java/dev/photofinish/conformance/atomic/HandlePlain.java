package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

@Scenario(
        value = "A VarHandle's plain set is a write of the field",
        needs = "plain accesses through a VarHandle: issue 3")
@Races("state")
final class HandlePlain implements Program {
    private static final VarHandle STATE = handle();
    int state;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> STATE.set(this, 1), () -> Check.that(state <= 1, "a state"));
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(HandlePlain.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
