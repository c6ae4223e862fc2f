package dev.photofinish.analyzer.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One side of a race.
 *
 * @param kind {@code read} or {@code write}
 * @param line line number, -1 where the class has none
 * @param thread name of the thread
 * @param pool name of the pool that the thread's name tells of; empty for none
 * @param locks locks held, in the order of acquisition; empty where they are not known
 * @param locksUnknown which locks were held is not known; false in what an earlier version stored
 * @param stack innermost frame first; empty where none was taken
 * @param stackExact the stack is that of this very access, not of another one at the same site
 * @param submittedBy name of the thread that submitted the task, or started the thread; empty where that is not known
 * @param submission its stack then, innermost frame first; empty where that is not known
 */
public record AccessReport(
        String kind,
        String className,
        String method,
        int line,
        String thread,
        String pool,
        List<HeldLock> locks,
        boolean locksUnknown,
        List<Frame> stack,
        boolean stackExact,
        String submittedBy,
        List<Frame> submission) {
    /** What an earlier version stored lacks the pool and the submission. */
    @SuppressWarnings("ConstantValue")
    public AccessReport {
        pool = orElse(pool, "");
        submittedBy = orElse(submittedBy, "");
        locks = List.copyOf(locks);
        stack = List.copyOf(stack);
        submission = List.copyOf(orElse(submission, List.of()));
    }

    /** A side whose locks are known, but neither pool nor submission. */
    public AccessReport(
            String kind,
            String className,
            String method,
            int line,
            String thread,
            List<HeldLock> locks,
            List<Frame> stack,
            boolean stackExact) {
        this(kind, className, method, line, thread, "", locks, false, stack, stackExact, "", List.of());
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
