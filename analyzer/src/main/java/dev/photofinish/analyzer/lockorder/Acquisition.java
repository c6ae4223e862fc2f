package dev.photofinish.analyzer.lockorder;

import dev.photofinish.analyzer.finding.LockCycle;
import dev.photofinish.analyzer.order.HappensBefore;
import dev.photofinish.analyzer.trace.ProbeFrames;
import org.jspecify.annotations.Nullable;

/**
 * A lock taken under another in a window.
 *
 * @param point in the order of the window; null where it is only remembered
 */
record Acquisition(long window, HappensBefore.@Nullable Point point, NestedLock taken) {
    LockId held() {
        return taken.held();
    }

    LockId acquired() {
        return taken.acquired();
    }

    /** Whether one thread did both. */
    boolean sameThread(Acquisition other) {
        if (window == other.window && point != null && other.point != null) {
            return point.thread() == other.point.thread();
        }
        return taken.javaThreadId() == other.taken.javaThreadId();
    }

    /** Whether nothing that matters distinguishes them. */
    boolean isLike(Acquisition other) {
        return sameThread(other) && taken.isAtPlacesOf(other.taken);
    }

    LockCycle.Step step() {
        return new LockCycle.Step(
                taken.threadName(),
                taken.held().shown(),
                NestedLock.place(taken.heldAt()),
                taken.acquired().shown(),
                NestedLock.place(taken.acquiredAt()),
                ProbeFrames.cutOff(taken.frames()));
    }
}
