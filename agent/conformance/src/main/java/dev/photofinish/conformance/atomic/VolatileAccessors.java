package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

@Scenario("A volatile field through the method handles of its getter and setter")
@Clean
final class VolatileAccessors implements Program {
    private static final MethodHandle SETTER = handle(true);
    private static final MethodHandle GETTER = handle(false);
    volatile boolean ready;

    private static MethodHandle handle(boolean setter) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            return setter
                    ? lookup.findSetter(VolatileAccessors.class, "ready", boolean.class)
                    : lookup.findGetter(VolatileAccessors.class, "ready", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private void set() {
        try {
            SETTER.invokeExact(this, true);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private boolean get() {
        try {
            return (boolean) GETTER.invokeExact(this);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    set();
                },
                () -> {
                    while (!get()) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(2, payload);
    }
}
