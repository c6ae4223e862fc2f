package dev.photofinish.conformance.executor;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A {@code StructuredTaskScope}, a preview whose shape depends on the JDK: a class with subclasses up to 24, an interface with
 * joiners from 25 on.
 */
final class StructuredScope implements AutoCloseable {
    private static final String NAME = "java.util.concurrent.StructuredTaskScope";
    private static final int JOINERS = 25;

    private final Class<?> type;
    private final Object scope;

    private StructuredScope(Class<?> type, Object scope) {
        this.type = type;
        this.scope = scope;
    }

    /** Whose {@link #join} waits for all tasks. */
    static StructuredScope ofAll() throws Exception {
        Class<?> type = Class.forName(NAME);
        return Runtime.version().feature() < JOINERS
                ? new StructuredScope(type, type.getConstructor().newInstance())
                : new StructuredScope(type, type.getMethod("open").invoke(null));
    }

    /** Whose {@link #join} waits for the first task that succeeds. */
    static StructuredScope ofFirst() throws Exception {
        if (Runtime.version().feature() < JOINERS) {
            Class<?> type = Class.forName(NAME + "$ShutdownOnSuccess");
            return new StructuredScope(type, type.getConstructor().newInstance());
        }
        Class<?> type = Class.forName(NAME);
        Class<?> joiner = Class.forName(NAME + "$Joiner");
        String first = Runtime.version().feature() == JOINERS ? "anySuccessfulResultOrThrow" : "anySuccessfulOrThrow";
        Object chosen = joiner.getMethod(first).invoke(null);
        return new StructuredScope(type, type.getMethod("open", joiner).invoke(null, chosen));
    }

    void fork(Callable<?> task) throws Exception {
        type.getMethod("fork", Callable.class).invoke(scope, task);
    }

    @Nullable
    Object join() throws Exception {
        return type.getMethod("join").invoke(scope);
    }

    @Override
    public void close() throws InvocationTargetException, IllegalAccessException, NoSuchMethodException {
        type.getMethod("close").invoke(scope);
    }
}
