package dev.photofinish.analyzer.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a lock went from hand to hand at one place, seen in windows.
 *
 * @param free handoffs for which nobody had to wait: the lock was free when another thread took it
 * @param latencyNanos sum of the times from a release to the waiter having the lock: scheduling, not work
 * @param maxLatencyNanos the longest of them
 * @param maxWaiters most threads that waited when the lock was released
 * @param overtaken how often threads that asked later had the lock before one that waited
 * @param maxOvertaken the same in one wait at most: a waiter that starves
 * @param sides who waited to read and who to write
 * @param maxHoldNanos the longest time that a holder made others wait
 * @param allocatedBytes what holders allocated while others waited, as far as {@code allocatedHolds} goes
 * @param allocatedHolds holds of which that is known
 * @param allocatedHoldNanos how long those took
 * @param holdOutliers holds of a millisecond or more that were ten times as long as the median at this place in their window
 * @param convoys queues that did not go away over many short holds (Blasgen and others, The Convoy Phenomenon, 1979)
 * @param longestConvoy handoffs of the longest convoy
 * @param blockers who held the lock, or the lock that the holder itself waited for, and for how much of the waits: the last
 *     one of each chain, longest first
 * @param guarded fields that were accessed under locks of this class, most often first
 * @param holderPauses what its holders did without running while others waited, longest first; the JVM tells of longer pauses only
 */
public record LockQueue(
        long free,
        long latencyNanos,
        long maxLatencyNanos,
        int maxWaiters,
        long overtaken,
        int maxOvertaken,
        LockSides sides,
        long maxHoldNanos,
        long allocatedBytes,
        long allocatedHolds,
        long allocatedHoldNanos,
        long holdOutliers,
        long convoys,
        long longestConvoy,
        List<Blocker> blockers,
        List<GuardedField> guarded,
        List<HolderPause> holderPauses) {
    /** Nothing was seen. */
    public static final LockQueue NONE =
            new LockQueue(0, 0, 0, 0, 0, 0, LockSides.NONE, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of(), List.of());

    private static final int LISTED = 10;

    public LockQueue {
        // Analyzers of an earlier version did not store them.
        sides = Objects.requireNonNullElse(sides, LockSides.NONE);
        blockers = List.copyOf(blockers);
        guarded = List.copyOf(guarded);
        holderPauses = List.copyOf(holderPauses);
    }

    /**
     * The thread at the end of a chain of waits.
     *
     * @param depth locks between the waiter and it: 1 where it holds the lock that is waited for
     * @param lockClass the lock that it holds
     * @param site where it let go of it
     * @param nanos the part of the waits that goes to its account
     */
    public record Blocker(int depth, String lockClass, String site, String thread, long nanos) {}

    /**
     * A field that the lock may guard.
     *
     * @param held recorded accesses under a lock of this class
     * @param accesses all recorded accesses
     * @param reads those under the lock that only read
     */
    public record GuardedField(String field, long held, long accesses, long reads) {}

    /**
     * A part of the time that the lock was held while others waited.
     *
     * @param kind label of a {@link PauseKind}
     */
    public record HolderPause(String kind, long nanos) {}

    /** Both together. */
    public LockQueue plus(LockQueue other) {
        return new LockQueue(
                Saturating.add(free, other.free),
                Saturating.add(latencyNanos, other.latencyNanos),
                Math.max(maxLatencyNanos, other.maxLatencyNanos),
                Math.max(maxWaiters, other.maxWaiters),
                Saturating.add(overtaken, other.overtaken),
                Math.max(maxOvertaken, other.maxOvertaken),
                sides.plus(other.sides),
                Math.max(maxHoldNanos, other.maxHoldNanos),
                Saturating.add(allocatedBytes, other.allocatedBytes),
                Saturating.add(allocatedHolds, other.allocatedHolds),
                Saturating.add(allocatedHoldNanos, other.allocatedHoldNanos),
                Saturating.add(holdOutliers, other.holdOutliers),
                Saturating.add(convoys, other.convoys),
                Math.max(longestConvoy, other.longestConvoy),
                longest(blockers, other.blockers),
                mostAccessed(guarded, other.guarded),
                together(holderPauses, other.holderPauses));
    }

    /** The same with at most ten entries in each list, the greatest first. */
    public LockQueue ranked() {
        return plus(NONE);
    }

    private static List<Blocker> longest(List<Blocker> some, List<Blocker> others) {
        record Who(int depth, String lockClass, String site, String thread) {}
        Map<Who, Long> nanos = new LinkedHashMap<>();
        for (List<Blocker> list : List.of(some, others)) {
            list.forEach(blocker -> nanos.merge(
                    new Who(blocker.depth, blocker.lockClass, blocker.site, blocker.thread),
                    blocker.nanos,
                    Saturating::add));
        }
        List<Blocker> all = new ArrayList<>();
        nanos.forEach((who, time) -> all.add(new Blocker(who.depth, who.lockClass, who.site, who.thread, time)));
        all.sort(Comparator.comparingLong(Blocker::nanos)
                .reversed()
                .thenComparing(Blocker::site)
                .thenComparing(Blocker::thread)
                .thenComparing(Blocker::depth));
        return all.subList(0, Math.min(all.size(), LISTED));
    }

    private static List<HolderPause> together(List<HolderPause> some, List<HolderPause> others) {
        Map<String, Long> nanos = new LinkedHashMap<>();
        for (List<HolderPause> list : List.of(some, others)) {
            list.forEach(pause -> nanos.merge(pause.kind, pause.nanos, Saturating::add));
        }
        List<HolderPause> all = new ArrayList<>();
        nanos.forEach((kind, time) -> all.add(new HolderPause(kind, time)));
        all.sort(Comparator.comparingLong(HolderPause::nanos).reversed().thenComparing(HolderPause::kind));
        return all;
    }

    private static List<GuardedField> mostAccessed(List<GuardedField> some, List<GuardedField> others) {
        Map<String, GuardedField> byField = new LinkedHashMap<>();
        for (List<GuardedField> list : List.of(some, others)) {
            list.forEach(field -> byField.merge(
                    field.field,
                    field,
                    (a, b) -> new GuardedField(
                            a.field,
                            Saturating.add(a.held, b.held),
                            Saturating.add(a.accesses, b.accesses),
                            Saturating.add(a.reads, b.reads))));
        }
        return byField.values().stream()
                .sorted(Comparator.comparingLong(GuardedField::held).reversed().thenComparing(GuardedField::field))
                .limit(LISTED)
                .toList();
    }
}
