package dev.photofinish.analyzer.race;

import dev.photofinish.analyzer.order.HappensBefore;
import dev.photofinish.analyzer.trace.FieldAccess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/*
 * Counting pairs without looking at each. For two threads t and u, the accesses of u that are unordered with an access a of t
 * are one stretch: behind those that a knows, before the first that knows a. Both ends only move forward as a does, because
 * what a thread knows never shrinks. So two pointers walk over u while one walks over t, and a million accesses on each side
 * cost two million steps, not a million million. This is done for each pair of sites, as it is pairs of sites that are
 * reported.
 */

/** The unordered pairs among the accesses to one variable. */
final class VariablePairs {
    private final HappensBefore order;
    private final Map<Integer, Map<Code, AccessRun>> byThread = new LinkedHashMap<>();
    private long steps;

    /** Takes the accesses to one variable in program order, thread by thread. */
    VariablePairs(List<FieldAccess> accesses, HappensBefore order) {
        this.order = order;
        for (FieldAccess access : accesses) {
            byThread.computeIfAbsent(access.thread(), thread -> new LinkedHashMap<>())
                    .computeIfAbsent(new Code(access.site(), access.kind()), code -> new AccessRun())
                    .add(access);
        }
    }

    /** Tells of each pair of sites with unordered accesses; false where that would take more steps than allowed. */
    boolean find(long maxSteps, Sink sink) {
        List<Map<Code, AccessRun>> threads = new ArrayList<>(byThread.values());
        for (int t = 0; t < threads.size(); t++) {
            for (int u = t + 1; u < threads.size(); u++) {
                for (Map.Entry<Code, AccessRun> one : threads.get(t).entrySet()) {
                    for (Map.Entry<Code, AccessRun> other : threads.get(u).entrySet()) {
                        steps++;
                        if (conflict(one.getKey(), other.getKey())) {
                            sweep(one.getValue(), other.getValue(), sink);
                        }
                    }
                }
                if (steps > maxSteps) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Steps taken so far. */
    long steps() {
        return steps;
    }

    private static boolean conflict(Code one, Code other) {
        return one.kind() == FieldAccess.Kind.WRITE || other.kind() == FieldAccess.Kind.WRITE;
    }

    private void sweep(AccessRun one, AccessRun other, Sink sink) {
        int from = 0;
        int to = 0;
        long pairs = 0;
        FieldAccess first = null;
        FieldAccess second = null;
        for (int i = 0; i < one.epochs(); i++) {
            FieldAccess a = one.first(i);
            while (from < other.epochs() && knows(a, other.first(from))) {
                from++;
            }
            to = Math.max(to, from);
            while (to < other.epochs() && !knows(other.first(to), a)) {
                to++;
            }
            if (to > from) {
                pairs += one.count(i, i + 1) * other.count(from, to);
                if (first == null) {
                    first = a;
                    second = other.first(from);
                }
            }
        }
        steps += one.epochs() + (long) other.epochs();
        if (first != null && second != null) {
            sink.pairs(first, second, pairs);
        }
    }

    /** Whether {@code earlier} happens before {@code later}, of two threads. */
    private boolean knows(FieldAccess later, FieldAccess earlier) {
        return order.known(later.thread(), later.epoch(), earlier.thread()) >= earlier.epoch();
    }

    /** Receives the unordered pairs of two sites in two threads. */
    interface Sink {
        /** There are {@code pairs} pairs like this one. */
        void pairs(FieldAccess a, FieldAccess b, long pairs);
    }

    private record Code(int site, FieldAccess.Kind kind) {}
}
