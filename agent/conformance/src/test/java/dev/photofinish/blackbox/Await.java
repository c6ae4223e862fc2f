package dev.photofinish.blackbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for something that another process does. */
final class Await {
    private static final long PERIOD_MILLIS = 200;

    private Await() {}

    /** Returns once the condition holds; fails, saying what was expected, when the time is over. */
    static void until(String expectation, Duration patience, Condition condition) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("expected within " + patience.toSeconds() + " s: " + expectation);
            }
            TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
        }
    }

    /** Something that can be asked again and again. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }
}
