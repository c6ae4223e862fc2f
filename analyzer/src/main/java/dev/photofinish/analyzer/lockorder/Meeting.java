package dev.photofinish.analyzer.lockorder;

import dev.photofinish.analyzer.order.HappensBefore;
import dev.photofinish.analyzer.order.Order;

/** Whether two threads could have met in what they did, and each have waited for the other. */
final class Meeting {
    private final long window;
    private final HappensBefore order;
    private final Lifetimes lifetimes;

    /**
     * @param order of the acquisitions of {@code window}, by everything but locks
     */
    Meeting(long window, HappensBefore order, Lifetimes lifetimes) {
        this.window = window;
        this.order = order;
        this.lifetimes = lifetimes;
    }

    /**
     * Whether the two are of different threads, under no common lock, and unordered. What orders those of different windows is
     * not known: it must do that each threads lived when the other's was seen, and both orders were seen by turns. Of an earlier
     * window nothing is known any more.
     */
    boolean isPossible(Acquisition a, OrderEdge edgeOfA, Acquisition b, OrderEdge edgeOfB) {
        if (a.sameThread(b) || a.taken().isGatedWith(b.taken())) {
            return false;
        }
        if (a.window() == b.window()) {
            return a.window() == window
                    && a.point() != null
                    && b.point() != null
                    && order.order(a.point(), b.point()) == Order.CONCURRENT;
        }
        return edgeOfA.isTimeOf(edgeOfB)
                && lifetimes.livedIn(a.taken().javaThreadId(), b.window())
                && lifetimes.livedIn(b.taken().javaThreadId(), a.window());
    }
}
