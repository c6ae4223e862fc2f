package dev.photofinish.analyzer.finding;

import java.util.List;

/**
 * Locks that threads take in different orders: when they meet, each waits for the next, for ever.
 *
 * @param grade {@link Grade#HIGH} where the orders were unordered within one window, {@link Grade#MEDIUM} where they are known
 *     of different windows
 * @param steps what each thread did; the lock that one took is the one that the next held, and the last one's that of the first
 * @param reasons why it is believed
 * @param happened whether the threads have met: a deadlock, not its potential
 * @param count windows in which it was seen, or deadlocks
 */
public record LockCycle(
        String fingerprint, Grade grade, List<Step> steps, List<String> reasons, boolean happened, long count) {
    public LockCycle {
        steps = List.copyOf(steps);
        reasons = List.copyOf(reasons);
    }

    /** The same, seen so often. */
    public LockCycle seen(long windows) {
        return new LockCycle(fingerprint, grade, steps, reasons, happened, windows);
    }

    /**
     * A lock taken under another.
     *
     * @param held the lock held, as class and identity
     * @param heldAt where it had been taken, as {@code Class.method:line}; empty where that was not seen
     * @param acquired the lock taken
     * @param acquiredAt where
     * @param stack of that, innermost first; empty where none was recorded
     */
    public record Step(
            String thread, String held, String heldAt, String acquired, String acquiredAt, List<Frame> stack) {
        public Step {
            stack = List.copyOf(stack);
        }
    }
}
