package dev.photofinish.analyzer.finding;

import java.util.List;

/**
 * One side of a race.
 *
 * @param kind {@code read} or {@code write}
 * @param line line number, -1 where the class has none
 * @param thread name of the thread
 * @param locks locks held, in the order of acquisition
 * @param stack innermost frame first; empty where none was taken
 * @param stackExact the stack is that of this very access, not of another one at the same site
 */
public record AccessReport(
        String kind,
        String className,
        String method,
        int line,
        String thread,
        List<HeldLock> locks,
        List<Frame> stack,
        boolean stackExact) {
    public AccessReport {
        locks = List.copyOf(locks);
        stack = List.copyOf(stack);
    }
}
