package dev.photofinish.analyzer.lockorder;

import dev.photofinish.analyzer.finding.CodeIdentity;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.LockCycle;
import dev.photofinish.analyzer.order.HappensBefore;
import dev.photofinish.analyzer.trace.ProbeFrames;
import dev.photofinish.analyzer.trace.Site;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thread's taking of a lock under another.
 *
 * @param point in the order of its window; null where it is only remembered
 * @param javaThreadId of the thread, in all windows
 * @param locks all locks held meanwhile, {@code held} among them
 */
record Acquisition(
        long window,
        HappensBefore.@Nullable Point point,
        long javaThreadId,
        String threadName,
        LockId held,
        @Nullable Site heldAt,
        LockId acquired,
        @Nullable Site acquiredAt,
        Set<LockId> locks,
        List<Frame> frames) {
    static Acquisition of(RememberedOrder order) {
        return new Acquisition(
                order.lastWindow(),
                null,
                order.javaThreadId(),
                order.threadName(),
                order.held(),
                order.heldAt(),
                order.acquired(),
                order.acquiredAt(),
                order.locks(),
                order.frames());
    }

    /** What is left of it when its window is forgotten. */
    RememberedOrder remembered() {
        return new RememberedOrder(
                window, window, javaThreadId, threadName, held, heldAt, acquired, acquiredAt, locks, frames);
    }

    /** Whether one thread did both. */
    boolean sameThread(Acquisition other) {
        if (window == other.window && point != null && other.point != null) {
            return point.thread() == other.point.thread();
        }
        return javaThreadId == other.javaThreadId;
    }

    /** Whether the thread of the other would have had to wait for this one in any case: a gate. */
    boolean isGatedWith(Acquisition other) {
        return locks.stream().anyMatch(other.locks::contains);
    }

    /** Whether nothing that matters distinguishes them. */
    boolean isLike(Acquisition other) {
        return sameThread(other)
                && locks.equals(other.locks)
                && place(acquiredAt).equals(place(other.acquiredAt))
                && place(heldAt).equals(place(other.heldAt));
    }

    /** What the fingerprint is made of: without lines, identities and threads. */
    String code() {
        return CodeIdentity.className(held.lockClass()) + " " + method(heldAt) + " "
                + CodeIdentity.className(acquired.lockClass()) + " " + method(acquiredAt);
    }

    LockCycle.Step step() {
        return new LockCycle.Step(
                threadName,
                held.shown(),
                place(heldAt),
                acquired.shown(),
                place(acquiredAt),
                ProbeFrames.cutOff(frames));
    }

    static String place(@Nullable Site site) {
        return site == null ? "" : site.place();
    }

    private static String method(@Nullable Site site) {
        return site == null ? "?" : CodeIdentity.method(site.className(), site.method(), site.descriptor());
    }
}
