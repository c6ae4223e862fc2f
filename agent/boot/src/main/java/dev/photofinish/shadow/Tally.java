package dev.photofinish.shadow;

import dev.photofinish.event.AccessTallyEvent;
import org.jspecify.annotations.Nullable;

/** How often one variable was accessed under which locks: what an inferred guard rests on. Guarded by the variable's spin lock. */
final class Tally {
    private static final int SETS = 6;

    private @Nullable LockSet first;
    private int firstCount;
    private @Nullable LockSet @Nullable [] others;
    private int @Nullable [] otherCounts;
    private int rest;

    /** The number of the variable's object in events, and one of its sites; known once an access was emitted. */
    long object;

    int site = -1;

    /** Counts one access. */
    void add(@Nullable LockSet locks) {
        if (firstCount == 0 || first == locks) {
            first = locks;
            firstCount++;
        } else {
            addOther(locks);
        }
    }

    private void addOther(@Nullable LockSet locks) {
        LockSet[] sets = others;
        int[] counts = otherCounts;
        if (sets == null || counts == null) {
            sets = new LockSet[SETS];
            counts = new int[SETS];
            others = sets;
            otherCounts = counts;
        }
        for (int i = 0; i < SETS; i++) {
            if (counts[i] == 0 || sets[i] == locks) {
                sets[i] = locks;
                counts[i]++;
                return;
            }
        }
        rest++;
    }

    /** Emits the counts, if an access of the variable was emitted. */
    void emit(Shadow shadow, int index) {
        if (site < 0) {
            return;
        }
        emit(shadow, index, first, firstCount);
        LockSet[] sets = others;
        int[] counts = otherCounts;
        if (sets != null && counts != null) {
            for (int i = 0; i < SETS; i++) {
                if (counts[i] > 0) {
                    emit(shadow, index, sets[i], counts[i]);
                }
            }
        }
        if (rest > 0) {
            AccessTallyEvent.emit(shadow.window, site, object, index, -1, rest);
        }
    }

    private void emit(Shadow shadow, int index, @Nullable LockSet locks, int count) {
        if (locks != null) {
            LockSets.emit(locks, shadow.window, shadow.numbers);
        }
        AccessTallyEvent.emit(shadow.window, site, object, index, locks == null ? 0 : locks.id, count);
    }
}
