package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

@Scenario(
        value = "The field is written through a method handle",
        go = "RaceReflectCopyWW",
        needs = "accesses by reflection and method handle: issue 3")
@Races("value")
final class MethodHandleAccess implements Program {
    private static final MethodHandle SETTER = setter();
    int value;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::set, () -> value = 2);
    }

    private void set() throws Exception {
        try {
            SETTER.invokeExact(this, 1);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle setter() {
        try {
            return MethodHandles.lookup().findSetter(MethodHandleAccess.class, "value", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
