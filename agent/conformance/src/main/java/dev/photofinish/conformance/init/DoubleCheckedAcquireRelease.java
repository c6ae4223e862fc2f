package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

@Scenario("A singleton checked twice, by acquire and release (jcstress Singleton)")
@Clean
final class DoubleCheckedAcquireRelease implements Program {
    private static final VarHandle INSTANCE = handle();

    @Nullable
    Singleton instance;

    @Override
    public void run() throws Exception {
        Step use = () -> Check.equal(42, get().value);
        Threads.concurrently(use, use, use);
    }

    private Singleton get() {
        Singleton seen = (Singleton) INSTANCE.getAcquire(this);
        if (seen == null) {
            synchronized (this) {
                seen = (Singleton) INSTANCE.getAcquire(this);
                if (seen == null) {
                    seen = new Singleton();
                    seen.value = 42;
                    INSTANCE.setRelease(this, seen);
                }
            }
        }
        return seen;
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(DoubleCheckedAcquireRelease.class, "instance", Singleton.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static final class Singleton {
        int value;
    }
}
