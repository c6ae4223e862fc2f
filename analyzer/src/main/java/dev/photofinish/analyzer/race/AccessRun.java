package dev.photofinish.analyzer.race;

import dev.photofinish.analyzer.trace.FieldAccess;
import java.util.ArrayList;
import java.util.List;

/**
 * The accesses of one thread to one variable that come from one site and are of one kind, in program order. Those of one
 * epoch are ordered alike against every other thread and are kept as one with their number.
 */
final class AccessRun {
    private final List<FieldAccess> firstOfEpoch = new ArrayList<>();
    private final List<Long> cumulated = new ArrayList<>();
    private long size;

    /** Takes the next access in program order. */
    void add(FieldAccess access) {
        if (firstOfEpoch.isEmpty() || firstOfEpoch.get(firstOfEpoch.size() - 1).epoch() != access.epoch()) {
            firstOfEpoch.add(access);
            cumulated.add(size);
        }
        size++;
    }

    /** Number of different epochs. */
    int epochs() {
        return firstOfEpoch.size();
    }

    /** The first access of the i-th epoch. */
    FieldAccess first(int i) {
        return firstOfEpoch.get(i);
    }

    /** Number of accesses in the epochs from the i-th up to but without the j-th. */
    long count(int i, int j) {
        return before(j) - before(i);
    }

    private long before(int i) {
        return i == cumulated.size() ? size : cumulated.get(i);
    }
}
