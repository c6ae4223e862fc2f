package dev.photofinish.analyzer.contention;

import dev.photofinish.analyzer.finding.LockSides;
import dev.photofinish.analyzer.trace.LockHandoff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The handoffs of one lock in one window, in the order of time. */
final class LockHistory {
    /** Holders that are looked at for one wait, the latest first: a queue that is longer is not followed to its head. */
    private static final int MAX_HOLDERS = 64;

    private final List<LockHandoff> handoffs = new ArrayList<>();

    private LockSides sides = LockSides.NONE;

    void add(LockHandoff handoff) {
        handoffs.add(handoff);
        long nanos = handoff.waitNanos();
        if (nanos > 0) {
            sides = sides.plus(handoff.toRead() ? new LockSides(0, 1, nanos, 0, 0) : new LockSides(0, 0, 0, 1, nanos));
        }
    }

    /** To be called when all are in. */
    void sort() {
        handoffs.sort(Comparator.comparingLong(LockHandoff::atNanos));
    }

    List<LockHandoff> handoffs() {
        return handoffs;
    }

    /** Who waited to read and who to write; {@link LockSides#toRead} is of no place. */
    LockSides sides() {
        return sides;
    }

    /** The handoffs whose releasers had the lock at some time in between, the latest first. */
    List<LockHandoff> heldBetween(long fromNanos, long toNanos) {
        List<LockHandoff> found = new ArrayList<>();
        for (int i = lastBefore(toNanos); i >= 0 && found.size() < MAX_HOLDERS; i--) {
            LockHandoff handoff = handoffs.get(i);
            if (handoff.releasedNanos() <= fromNanos) {
                break;
            }
            if (handoff.heldFromNanos() < toNanos) {
                found.add(handoff);
            }
        }
        return found;
    }

    /** Index of the last handoff that may have been released before that time: one more, as it is known when it was taken. */
    private int lastBefore(long nanos) {
        return Math.min(firstAfter(handoffs, nanos), handoffs.size() - 1);
    }

    /** Index of the first of these, in the order of time, that came later; their number for none. */
    static int firstAfter(List<LockHandoff> handoffs, long nanos) {
        int low = 0;
        int high = handoffs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (handoffs.get(middle).atNanos() <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
