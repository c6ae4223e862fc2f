package dev.photofinish.analyzer.contention;

import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Contention.Holder;
import dev.photofinish.analyzer.finding.LockQueue;
import dev.photofinish.analyzer.finding.LockQueue.GuardedField;
import dev.photofinish.analyzer.finding.LockQueue.HolderPause;
import dev.photofinish.analyzer.finding.LockSides;
import dev.photofinish.analyzer.finding.Places;
import dev.photofinish.analyzer.finding.Saturating;
import dev.photofinish.analyzer.finding.WaitKind;
import dev.photofinish.analyzer.trace.Edge;
import dev.photofinish.analyzer.trace.LockHandoff;
import dev.photofinish.analyzer.trace.Site;
import dev.photofinish.analyzer.trace.SiteDictionary;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the handoffs of one window say of its locks. */
final class Handoffs {
    /** How the agent calls the places where a monitor is taken. */
    private static final Set<String> MONITOR_SITES = Set.of("monitor enter", "synchronized method", "wait");

    private static final long SHORTEST_OUTLIER_NANOS = 1_000_000;
    private static final int OUTLIER_FACTOR = 10;

    private final WindowTrace trace;
    private final SiteDictionary sites;
    private final Map<Long, LockHistory> locks = new HashMap<>();
    private final Map<WaitPlace, List<LockHandoff>> byPlace = new LinkedHashMap<>();
    private final HolderPauses pauses;

    Handoffs(WindowTrace trace, SiteDictionary sites, Pauses pauses) {
        this.trace = trace;
        this.sites = sites;
        for (Edge edge : trace.edges()) {
            if (edge instanceof LockHandoff handoff) {
                locks.computeIfAbsent(handoff.object(), object -> new LockHistory())
                        .add(handoff);
                byPlace.computeIfAbsent(place(handoff), place -> new ArrayList<>())
                        .add(handoff);
            }
        }
        locks.values().forEach(LockHistory::sort);
        long earliest = byPlace.values().stream()
                .flatMap(List::stream)
                .mapToLong(LockHandoff::heldFromNanos)
                .min()
                .orElse(Long.MAX_VALUE);
        this.pauses = new HolderPauses(trace, pauses, earliest);
    }

    /** A row for each place where a thread had to wait. */
    List<Contention> rows() {
        Map<WaitPlace, List<List<LockHandoff>>> convoys = convoys();
        Map<String, List<GuardedField>> guarded =
                byPlace.isEmpty() ? Map.of() : GuardedFields.byLockClass(trace, sites);
        Blame blame = new Blame(trace, sites, locks);
        List<Contention> rows = new ArrayList<>();
        byPlace.forEach((place, handoffs) -> {
            List<LockHandoff> waits =
                    handoffs.stream().filter(handoff -> handoff.waitNanos() > 0).toList();
            if (!waits.isEmpty()) {
                WaitRow row = row(waits);
                row.queue(queue(
                        handoffs.size() - waits.size(),
                        waits,
                        convoys.getOrDefault(place, List.of()),
                        blame,
                        guarded.getOrDefault(place.lockClass(), List.of()),
                        pauses.of(waits)));
                rows.add(row.contention(place));
            }
        });
        return rows;
    }

    private LockQueue queue(
            int free,
            List<LockHandoff> waits,
            List<List<LockHandoff>> convoys,
            Blame blame,
            List<GuardedField> guarded,
            List<HolderPause> pauses) {
        LongSummaryStatistics latency =
                waits.stream().mapToLong(LockHandoff::latencyNanos).summaryStatistics();
        LongSummaryStatistics overtaken =
                waits.stream().mapToLong(LockHandoff::overtaken).summaryStatistics();
        List<LockHandoff> measured = waits.stream()
                .filter(handoff -> handoff.allocated() != LockHandoff.UNKNOWN)
                .toList();
        return new LockQueue(
                        free,
                        latency.getSum(),
                        latency.getMax(),
                        waits.stream().mapToInt(LockHandoff::waiters).max().orElse(0),
                        overtaken.getSum(),
                        (int) overtaken.getMax(),
                        sides(waits),
                        waits.stream().mapToLong(LockHandoff::holdNanos).max().orElse(0),
                        measured.stream().mapToLong(LockHandoff::allocated).reduce(0, Saturating::add),
                        measured.size(),
                        measured.stream().mapToLong(LockHandoff::holdNanos).reduce(0, Saturating::add),
                        outliers(waits),
                        convoys.size(),
                        convoys.stream().mapToLong(List::size).max().orElse(0),
                        blame.of(waits),
                        guarded,
                        pauses)
                .ranked();
    }

    /** Of the locks that were waited for at one place. */
    private LockSides sides(List<LockHandoff> waits) {
        if (!LockSides.has(waits.get(0).lockClass())) {
            return LockSides.NONE;
        }
        long toRead = waits.stream().filter(LockHandoff::toRead).count();
        return waits.stream()
                .map(LockHandoff::object)
                .distinct()
                .map(lock -> Objects.requireNonNull(locks.get(lock)).sides())
                .reduce(new LockSides(toRead, 0, 0, 0, 0), LockSides::plus);
    }

    private WaitRow row(List<LockHandoff> waits) {
        WaitRow row = new WaitRow(new IntervalSet());
        for (LockHandoff wait : waits) {
            row.waited(wait.askedNanos(), wait.waitNanos(), wait.holdNanos());
            row.held(new Holder(sites.place(wait.fromSite()), trace.threadName(wait.fromThread()), 1));
        }
        return row;
    }

    /** By the place where most of those in it waited. */
    private Map<WaitPlace, List<List<LockHandoff>>> convoys() {
        Map<WaitPlace, List<List<LockHandoff>>> convoys = new HashMap<>();
        for (LockHistory history : locks.values()) {
            for (List<LockHandoff> convoy : Convoys.of(history)) {
                Map<WaitPlace, Integer> counts = new LinkedHashMap<>();
                convoy.forEach(handoff -> counts.merge(place(handoff), 1, Integer::sum));
                counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .ifPresent(most -> convoys.computeIfAbsent(most.getKey(), place -> new ArrayList<>())
                                .add(convoy));
            }
        }
        return convoys;
    }

    private static long outliers(List<LockHandoff> waits) {
        long[] holds = waits.stream()
                .mapToLong(LockHandoff::holdNanos)
                .filter(nanos -> nanos > 0)
                .sorted()
                .toArray();
        if (holds.length < 2) {
            return 0;
        }
        long least = Math.max(SHORTEST_OUTLIER_NANOS, OUTLIER_FACTOR * holds[(holds.length - 1) / 2]);
        return Arrays.stream(holds).filter(hold -> hold >= least).count();
    }

    private WaitPlace place(LockHandoff handoff) {
        String waiter = sites.place(handoff.toSite());
        return new WaitPlace(
                handoff.lockClass(),
                waiter.isEmpty() ? Places.UNKNOWN : waiter,
                kind(handoff, sites.find(handoff.toSite())).label(),
                Contention.HANDOFF);
    }

    /** The site says it in words; where it is unknown, locks of java.util.concurrent are those that park. */
    private static WaitKind kind(LockHandoff handoff, @Nullable Site acquiredAt) {
        if (acquiredAt != null && ParkRules.isIdle(acquiredAt.className(), acquiredAt.method())) {
            return WaitKind.POOL_IDLE;
        }
        if (acquiredAt != null && MONITOR_SITES.contains(acquiredAt.kind())) {
            return WaitKind.MONITOR;
        }
        return handoff.lockClass().startsWith("java.util.concurrent.") ? WaitKind.LOCK : WaitKind.MONITOR;
    }
}
