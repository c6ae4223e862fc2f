package dev.photofinish.agent;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks the JVM whether the initialization of a class is over. No public method of the JDK tells that without initializing it:
 * this is {@code jdk.internal.misc.Unsafe.shouldBeInitialized}. Where the JVM does not tell, no class is taken for initialized.
 */
final class InitializedClasses implements Predicate<Class<?>> {
    private static final String PACKAGE = "jdk.internal.misc";

    private final @Nullable MethodHandle shouldBeInitialized;
    private volatile String problem = "";

    InitializedClasses(Instrumentation instrumentation) {
        this.shouldBeInitialized = find(instrumentation);
    }

    private @Nullable MethodHandle find(Instrumentation instrumentation) {
        Module own = InitializedClasses.class.getModule();
        try {
            instrumentation.redefineModule(
                    Object.class.getModule(), Set.of(), Map.of(PACKAGE, Set.of(own)), Map.of(), Set.of(), Map.of());
            Class<?> unsafe = Class.forName(PACKAGE + ".Unsafe");
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            Object instance = lookup.findStatic(unsafe, "getUnsafe", MethodType.methodType(unsafe))
                    .invoke();
            MethodType question = MethodType.methodType(boolean.class, Class.class);
            return lookup.findVirtual(unsafe, "shouldBeInitialized", question).bindTo(instance);
        } catch (Throwable refused) {
            problem = refused.toString();
            return null;
        }
    }

    @Override
    public boolean test(Class<?> type) {
        if (shouldBeInitialized == null) {
            return false;
        }
        try {
            return !(boolean) shouldBeInitialized.invokeExact(type);
        } catch (Throwable refused) {
            problem = refused.toString();
            return false;
        }
    }

    /** Why the JVM does not tell; empty where it does. */
    String problem() {
        return problem;
    }
}
