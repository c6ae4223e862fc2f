package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

@Scenario("Opaque against opaque is coherent and no race (jcstress Coherence)")
@Clean
final class HandleOpaque implements Program {
    private static final VarHandle STATE = handle();
    int state;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> STATE.setOpaque(this, 1), () -> {
            int first = (int) STATE.getOpaque(this);
            int second = (int) STATE.getOpaque(this);
            Check.that(first <= second, "no step back");
        });
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(HandleOpaque.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
