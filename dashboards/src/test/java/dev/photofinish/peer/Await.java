package dev.photofinish.peer;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for something outside this JVM to become so, by asking again and again. */
public final class Await {
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Await() {}

    /**
     * The first value that is not null; an {@link AssertionError} saying what was awaited when there is none in time.
     *
     * @param awaited says what was expected and what was found last
     */
    public static <T> T value(Duration within, Supplier<String> awaited, Supplier<@Nullable T> attempt) {
        long deadline = System.nanoTime() + within.toNanos();
        while (true) {
            T value = attempt.get();
            if (value != null) {
                return value;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("after " + within + " still awaiting " + awaited.get());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN.toMillis()));
        }
    }
}
