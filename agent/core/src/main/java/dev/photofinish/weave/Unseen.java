package dev.photofinish.weave;

import dev.photofinish.shadow.ReleaseSearch;
import dev.photofinish.shadow.UnseenWays;
import dev.photofinish.shadow.VolatileFields;
import dev.photofinish.site.FieldInfo;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What code from before a weaving does unseen.
 *
 * @param releases publishes something, or learns something that is not looked for; not by the fields it writes and its monitors
 * @param atExit does so when it ends, and not before
 * @param volatileReads the volatile fields it reads, but for updates
 * @param volatileWrites the volatile fields it writes
 * @param monitors names of classes and interfaces of which the monitors are that it takes or lets go of
 * @param initializations finds classes initialized
 * @param sites sites in its new code: a thread that has run one of them runs the new code; empty where the method calls
 *     itself, and an old call may be under a new one
 * @param entries sites at the entry of its new code: a thread that has run none of them has begun no new call
 */
public record Unseen(
        boolean releases,
        boolean atExit,
        Set<FieldInfo> volatileReads,
        Set<FieldInfo> volatileWrites,
        Set<String> monitors,
        boolean initializations,
        Set<Integer> sites,
        Set<Integer> entries) {
    /** Does nothing that matters. */
    public static final Unseen NOTHING =
            new Unseen(false, false, Set.of(), Set.of(), Set.of(), false, Set.of(), Set.of());

    /** Publishes something. */
    public static final Unseen RELEASING =
            new Unseen(true, false, Set.of(), Set.of(), Set.of(), false, Set.of(), Set.of());

    /** What the scan of a method has found. */
    static Unseen of(MethodNeeds needs) {
        return new Unseen(
                needs.releases || (needs.monitor && needs.monitorTypes.isEmpty()),
                false,
                needs.actedUponReads(),
                Set.copyOf(needs.volatileWrites),
                needs.monitor ? needs.monitorClasses() : Set.of(),
                needs.initializations,
                Set.of(),
                Set.of());
    }

    static Unseen atSite(int site) {
        return new Unseen(false, false, Set.of(), Set.of(), Set.of(), false, Set.of(site), Set.of());
    }

    /** Whether it does nothing unseen that matters. */
    boolean isNothing() {
        return !releases && !atExit && !learns() && !ordersOthers();
    }

    /** Whether it may have learned from a release that {@link #search} looks for. */
    public boolean learns() {
        return initializations || !volatileReads.isEmpty();
    }

    /** Looks for what it may have learned from. */
    public ReleaseSearch search() {
        return new ReleaseSearch(known(volatileReads), initializations);
    }

    /** Whether it may order threads by volatile fields or monitors. */
    public boolean ordersOthers() {
        return !volatileWrites.isEmpty() || !monitors.isEmpty();
    }

    /** By which fields and monitors. */
    public UnseenWays ways() {
        List<FieldInfo> fields = List.copyOf(volatileWrites);
        boolean[] statics = new boolean[fields.size()];
        for (int i = 0; i < statics.length; i++) {
            statics[i] = fields.get(i).isStatic();
        }
        return new UnseenWays(
                fields.stream().mapToInt(FieldInfo::id).toArray(),
                fields.stream().map(field -> name(field.declaringClass())).toArray(String[]::new),
                statics,
                monitors.toArray(String[]::new));
    }

    /** The bits of its ways among others; 0 where it has one that is not among them. */
    public long bitsIn(UnseenWays ways) {
        long bits = 0;
        for (FieldInfo field : volatileWrites) {
            if (ways.field(field.id()) == 0) {
                return 0;
            }
            bits |= ways.field(field.id());
        }
        for (String monitor : monitors) {
            if (ways.monitor(monitor) == 0) {
                return 0;
            }
            bits |= ways.monitor(monitor);
        }
        return bits;
    }

    /** The same, by the monitors of the other too. */
    public Unseen withMonitors(Unseen other) {
        return new Unseen(
                releases,
                atExit,
                volatileReads,
                volatileWrites,
                union(monitors, other.monitors),
                initializations,
                sites,
                entries);
    }

    /** Whether it and the other may have ordered each other. Two names of classes may mean one monitor. */
    public boolean meets(Unseen other) {
        return !Collections.disjoint(volatileReads, other.volatileWrites)
                || !Collections.disjoint(other.volatileReads, volatileWrites)
                || (!monitors.isEmpty() && !other.monitors.isEmpty());
    }

    private static VolatileFields known(Set<FieldInfo> fields) {
        return new VolatileFields(
                fields.stream().mapToInt(FieldInfo::id).toArray(),
                fields.stream().map(field -> name(field.declaringClass())).toArray(String[]::new),
                fields.stream().anyMatch(FieldInfo::isStatic));
    }

    private static String name(String internalName) {
        return internalName.replace('/', '.');
    }

    /** What both do. */
    public Unseen and(Unseen other) {
        return new Unseen(
                releases || other.releases,
                atExit || other.atExit,
                union(volatileReads, other.volatileReads),
                union(volatileWrites, other.volatileWrites),
                union(monitors, other.monitors),
                initializations || other.initializations,
                union(sites, other.sites),
                union(entries, other.entries));
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
