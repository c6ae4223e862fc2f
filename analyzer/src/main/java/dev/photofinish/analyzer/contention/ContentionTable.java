package dev.photofinish.analyzer.contention;

import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Contention.Holder;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.Places;
import dev.photofinish.analyzer.finding.Saturating;
import dev.photofinish.analyzer.finding.WaitBuckets;
import dev.photofinish.analyzer.trace.Edge;
import dev.photofinish.analyzer.trace.LockHandoff;
import dev.photofinish.analyzer.trace.LockWait;
import dev.photofinish.analyzer.trace.Site;
import dev.photofinish.analyzer.trace.SiteDictionary;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Waits, added up by lock class, site, kind and source. */
public final class ContentionTable {
    private static final int MAX_ROWS = 4096;
    private static final int MAX_HOLDERS = 64;
    private static final String OTHER = "other";
    private static final String MONITOR = "monitor";
    private static final String PARK = "park";
    private static final String CLASS_INITIALIZATION = "class-initialization";

    /** Class of the empty array that HotSpot (17, 25) locks while a class is initialized (InstanceKlass::initialize_impl). */
    private static final String INITIALIZATION_LOCK = "[I";

    /** How the agent calls the places where a monitor is taken. */
    private static final Set<String> MONITOR_SITES = Set.of("monitor enter", "synchronized method", "wait");

    private final Map<Key, Row> rows = new HashMap<>();

    /** Adds a wait that the JVM reported, if it was one for a lock. */
    public void add(LockWait wait) {
        boolean monitor = wait.kind() == LockWait.Kind.MONITOR;
        String lockClass = monitor ? wait.lockClass() : ParkRules.lockClass(wait);
        if (lockClass == null) {
            return;
        }
        String kind = monitor ? monitorKind(lockClass) : PARK;
        Row row = row(new Key(lockClass, Places.of(wait.frames()), kind, "jfr"));
        row.waited(wait.nanos(), 0);
        row.stack(wait.frames());
        if (!wait.owner().isEmpty()) {
            row.held(new Holder("", wait.owner(), 1));
        }
    }

    /** Adds the handoffs of a window for which the acquirer had to wait. */
    public void add(WindowTrace trace, SiteDictionary sites) {
        for (Edge edge : trace.edges()) {
            if (edge instanceof LockHandoff handoff && handoff.waitNanos() > 0) {
                String waiter = sites.place(handoff.toSite());
                Row row = row(new Key(
                        handoff.lockClass(),
                        waiter.isEmpty() ? Places.UNKNOWN : waiter,
                        kind(handoff, sites.find(handoff.toSite())),
                        "handoff"));
                row.waited(handoff.waitNanos(), handoff.holdNanos());
                row.held(new Holder(sites.place(handoff.fromSite()), trace.threadName(handoff.fromThread()), 1));
            }
        }
    }

    /** Adds a row of another table. */
    public void add(Contention other) {
        Row row = row(new Key(other.lockClass(), other.site(), other.kind(), other.source()));
        row.waited(other);
        row.stack(other.stack());
        other.holders().forEach(row::held);
    }

    /** The rows, the longest wait first; equal ones by name. */
    public List<Contention> rows() {
        List<Contention> all = new ArrayList<>();
        rows.forEach((key, row) -> all.add(row.contention(key)));
        all.sort(Comparator.comparingLong(Contention::waitNanos)
                .reversed()
                .thenComparing(Contention::lockClass)
                .thenComparing(Contention::site)
                .thenComparing(Contention::kind)
                .thenComparing(Contention::source));
        return all;
    }

    private Row row(Key key) {
        Key kept =
                rows.size() < MAX_ROWS || rows.containsKey(key) ? key : new Key(OTHER, OTHER, key.kind(), key.source());
        return rows.computeIfAbsent(kept, made -> new Row());
    }

    private static String monitorKind(String lockClass) {
        return lockClass.equals(INITIALIZATION_LOCK) ? CLASS_INITIALIZATION : MONITOR;
    }

    /** The site says it in words; where it is unknown, locks of java.util.concurrent are those that park. */
    private static String kind(LockHandoff handoff, @Nullable Site acquiredAt) {
        if (acquiredAt != null && MONITOR_SITES.contains(acquiredAt.kind())) {
            return MONITOR;
        }
        return handoff.lockClass().startsWith("java.util.concurrent.") ? PARK : MONITOR;
    }

    private record Key(String lockClass, String site, String kind, String source) {}

    /** One row while it grows. */
    private static final class Row {
        private final Map<HolderKey, Long> holders = new HashMap<>();
        private final long[] waitBuckets = new long[WaitBuckets.count()];
        private long waits;
        private long waitNanos;
        private long maxWaitNanos;
        private long holdNanos;
        private List<Frame> stack = List.of();

        private void waited(long nanos, long held) {
            add(1, nanos, nanos, held);
            waitBuckets[WaitBuckets.indexOf(nanos)]++;
        }

        private void waited(Contention other) {
            add(other.waits(), other.waitNanos(), other.maxWaitNanos(), other.holdNanos());
            for (int i = 0; i < waitBuckets.length; i++) {
                waitBuckets[i] =
                        Saturating.add(waitBuckets[i], other.waitBuckets().get(i));
            }
        }

        private void add(long count, long nanos, long longest, long held) {
            waits = Saturating.add(waits, count);
            waitNanos = Saturating.add(waitNanos, nanos);
            maxWaitNanos = Math.max(maxWaitNanos, longest);
            holdNanos = Saturating.add(holdNanos, held);
        }

        private void held(Holder holder) {
            HolderKey key = new HolderKey(holder.site(), holder.thread());
            HolderKey kept = holders.size() < MAX_HOLDERS || holders.containsKey(key) ? key : new HolderKey("", OTHER);
            holders.merge(kept, holder.count(), Saturating::add);
        }

        private void stack(List<Frame> frames) {
            if (stack.isEmpty()) {
                stack = frames;
            }
        }

        private Contention contention(Key key) {
            List<Holder> ranked = new ArrayList<>();
            holders.forEach((holder, count) -> ranked.add(new Holder(holder.site(), holder.thread(), count)));
            ranked.sort(Comparator.comparingLong(Holder::count)
                    .reversed()
                    .thenComparing(Holder::thread)
                    .thenComparing(Holder::site));
            return new Contention(
                    key.lockClass(),
                    key.site(),
                    key.kind(),
                    key.source(),
                    waits,
                    waitNanos,
                    maxWaitNanos,
                    holdNanos,
                    ranked,
                    stack,
                    Arrays.stream(waitBuckets).boxed().toList());
        }

        private record HolderKey(String site, String thread) {}
    }
}
