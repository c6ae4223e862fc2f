package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

@Scenario("An update through a handle races with a plain read")
@Races("state")
final class HandleUpdateAgainstPlain implements Program {
    private static final VarHandle STATE = handle();

    int state;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> Check.that((int) STATE.getAndAdd(this, 1) == 0, "a state"), () -> Check.that(state <= 1, "a state"));
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(HandleUpdateAgainstPlain.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
