package dev.photofinish.schedule;

import dev.photofinish.shadow.AccessCounts;
import dev.photofinish.shadow.Sites;
import dev.photofinish.site.FieldInfo;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What the windows so far have told of each field: how long it was looked at, how often it is accessed. One thread's own. */
final class FieldLedger {
    private static final double MINUTE_NANOS = 60e9;

    /** The JVM tells the CPU time of the process in ticks of 10 ms: a rate is taken over many of them. */
    private static final long LEAST_CPU_NANOS = 100_000_000L;

    /** A field is cold that is accessed at most once in a second of window, and cold no more at a hundred times that. */
    private static final double COLD_PER_SECOND = 1;

    private static final double WARM_PER_SECOND = 100;

    /** Old windows count less: after so much time in windows, half. */
    private static final long REMEMBERED_NANOS = 60_000_000_000L;

    private final Map<Integer, Entry> entries = new HashMap<>();

    private static final class Entry {
        /** Time in complete windows. */
        long openNanos;

        /** Accesses in a second of the process's CPU time, in the latest windows that had enough of it together. */
        double rate;

        /** Accesses, and time, in windows that no access has opened. */
        double seen;

        double lookedNanos;
        private long accesses;
        private long cpuNanos;

        /** The session in which it was accessed too often; -1 for never. */
        int refusedIn = -1;
    }

    /** Adds a window in which the fields of those numbers were watched. */
    void add(BitSet watched, AccessCounts counts, long openNanos, long cpuNanos, boolean complete) {
        for (int field = watched.nextSetBit(0); field >= 0; field = watched.nextSetBit(field + 1)) {
            Entry entry = entries.computeIfAbsent(field, id -> new Entry());
            entry.accesses += counts.of(field);
            entry.cpuNanos += cpuNanos;
            if (entry.cpuNanos >= LEAST_CPU_NANOS) {
                entry.rate = entry.accesses * 1e9 / entry.cpuNanos;
                entry.accesses = 0;
                entry.cpuNanos = 0;
            }
            if (complete) {
                entry.openNanos += openNanos;
            }
        }
    }

    /** Adds a window that opened whatever the fields of those numbers were doing: how often they are accessed. */
    void look(BitSet watched, AccessCounts counts, long openNanos) {
        for (int field = watched.nextSetBit(0); field >= 0; field = watched.nextSetBit(field + 1)) {
            Entry entry = entries.computeIfAbsent(field, id -> new Entry());
            entry.seen += counts.of(field);
            entry.lookedNanos += openNanos;
            if (entry.lookedNanos > REMEMBERED_NANOS) {
                entry.seen /= 2;
                entry.lookedNanos /= 2;
            }
        }
    }

    /** Whether the field is hardly ever accessed, as far as can be told after so much time in windows. */
    boolean isCold(int field, long leastLookedNanos) {
        Entry entry = entries.get(field);
        return entry != null
                && entry.lookedNanos >= leastLookedNanos
                && entry.seen * 1e9 <= entry.lookedNanos * COLD_PER_SECOND;
    }

    /** Whether a field that was cold is so no more. */
    boolean isWarm(int field) {
        Entry entry = entries.get(field);
        return entry != null && entry.seen * 1e9 > entry.lookedNanos * WARM_PER_SECOND;
    }

    /** Accesses of the field in a second of the process's CPU time, when it was last watched; 0 before. */
    double rate(int field) {
        Entry entry = entries.get(field);
        return entry == null ? 0 : entry.rate;
    }

    /** The field was accessed too often to be watched in that session. */
    void refuse(int field, int session) {
        entries.computeIfAbsent(field, id -> new Entry()).refusedIn = session;
    }

    /** The session in which the field was accessed too often; -1 for none. */
    int refusedIn(int field) {
        Entry entry = entries.get(field);
        return entry == null ? -1 : entry.refusedIn;
    }

    /** Whether accesses of the field by two threads, one of them a write, were met. */
    static boolean isSuspected(int field) {
        return Sites.isSuspected(field);
    }

    /**
     * The probability that a race on the field that shows itself once a minute was in a window by now: 1-(1-r)^n, where r is
     * the share of the time in which a complete window looked at the field, and n the minutes since the agent started.
     */
    double coverage(int field, long runningNanos) {
        Entry entry = entries.get(field);
        if (entry == null || runningNanos <= 0) {
            return 0;
        }
        double looked = Math.min(1, (double) entry.openNanos / runningNanos);
        return 1 - Math.pow(1 - looked, runningNanos / MINUTE_NANOS);
    }

    /** The mean coverage of the fields. */
    double coverage(Collection<FieldInfo> fields, long runningNanos) {
        double sum = 0;
        for (FieldInfo field : fields) {
            sum += coverage(field.id(), runningNanos);
        }
        return fields.isEmpty() ? 0 : sum / fields.size();
    }
}
