package dev.photofinish.analyzer.metrics;

import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.WaitKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The places where a service waits longest, a bounded number of them, and one sum for all others. A place that outgrows
 * the smallest exported one twice takes its seat and counts from zero; the one that leaves adds to the others from then
 * on. So no exported counter ever goes down: a series ends, or begins at zero.
 */
final class LockPlaces {
    private static final Set<String> CONTENTION = Set.copyOf(WaitKind.labels(true));
    private static final int CHARS = 200;
    private static final int KINDS = 8;
    private static final int CANDIDATES_PER_SEAT = 40;

    private final LabelBound services;
    private final LabelBound kinds = new LabelBound(KINDS);
    private final int seats;
    private final Map<String, Service> byService = new TreeMap<>();

    /**
     * Starts empty.
     *
     * @param seats places exported per service
     */
    LockPlaces(LabelBound services, int seats) {
        this.services = services;
        this.seats = seats;
    }

    private static final class Service {
        final Map<LockPlace, LockTotals> exported = new HashMap<>();
        final Map<LockPlace, Long> waitNanos = new HashMap<>();
        final Map<String, LockTotals> othersByKind = new TreeMap<>();
    }

    /** Adds waits; those that are no contention are not among the lock metrics. */
    synchronized void add(String service, Contention contention) {
        if (!CONTENTION.contains(contention.kind())) {
            return;
        }
        String name = services.admit(service);
        LockPlace place = new LockPlace(
                name, cut(contention.lockClass()), cut(contention.site()), kinds.admit(contention.kind()));
        Service known = byService.computeIfAbsent(name, key -> new Service());
        totals(known, place, Math.max(0, contention.waitNanos())).add(contention);
    }

    synchronized void forEach(BiConsumer<LockPlace, LockTotals> consumer) {
        byService.forEach((name, service) -> {
            service.exported.forEach(consumer);
            service.othersByKind.forEach((kind, others) -> consumer.accept(LockPlace.other(name, kind), others));
        });
    }

    private LockTotals totals(Service service, LockPlace place, long waitNanos) {
        long weight = service.waitNanos.merge(place, waitNanos, LockPlaces::saturatedSum);
        LockTotals exported = service.exported.get(place);
        if (exported != null) {
            return exported;
        }
        if (service.exported.size() < seats || unseat(service, weight)) {
            LockTotals totals = new LockTotals();
            service.exported.put(place, totals);
            return totals;
        }
        forgetSmallest(service);
        return service.othersByKind.computeIfAbsent(place.kind(), kind -> new LockTotals());
    }

    private static boolean unseat(Service service, long weight) {
        LockPlace smallest = service.exported.keySet().stream()
                .min(Comparator.comparingLong(place -> service.waitNanos.getOrDefault(place, 0L)))
                .orElseThrow();
        if (weight / 2 <= service.waitNanos.getOrDefault(smallest, 0L)) {
            return false;
        }
        service.exported.remove(smallest);
        return true;
    }

    private void forgetSmallest(Service service) {
        if (service.waitNanos.size() > seats * CANDIDATES_PER_SEAT) {
            service.waitNanos.entrySet().stream()
                    .filter(entry -> !service.exported.containsKey(entry.getKey()))
                    .min(Map.Entry.comparingByValue())
                    .ifPresent(entry -> service.waitNanos.remove(entry.getKey()));
        }
    }

    private static long saturatedSum(long a, long b) {
        return a + b < a ? Long.MAX_VALUE : a + b;
    }

    private static String cut(String text) {
        return text.length() <= CHARS ? text : text.substring(0, CHARS);
    }
}
