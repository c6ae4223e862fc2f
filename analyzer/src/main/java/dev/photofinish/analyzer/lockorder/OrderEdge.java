package dev.photofinish.analyzer.lockorder;

import java.util.ArrayList;
import java.util.List;

/** One lock taken under another: the latest acquisitions that differ, and from which window to which it was seen. */
final class OrderEdge {
    private static final int MAX_WITNESSES = 8;

    private final List<Acquisition> witnesses = new ArrayList<>(2);
    private long first;
    private long last;

    /** Adds one that was seen as early as that, or earlier. */
    void add(Acquisition acquisition, long firstWindow) {
        first = witnesses.isEmpty() ? firstWindow : Math.min(first, firstWindow);
        last = Math.max(last, acquisition.window());
        witnesses.removeIf(acquisition::isLike);
        if (witnesses.size() == MAX_WITNESSES) {
            witnesses.remove(0);
        }
        witnesses.add(acquisition);
    }

    List<Acquisition> witnesses() {
        return witnesses;
    }

    /** Whether this order and the other were seen by turns, or at once: none of them was a thing of the past. */
    boolean isTimeOf(OrderEdge other) {
        return first <= other.last && other.first <= last;
    }
}
