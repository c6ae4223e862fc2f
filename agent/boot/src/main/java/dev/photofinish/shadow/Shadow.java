package dev.photofinish.shadow;

import dev.photofinish.event.SyncEdgeEvent;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shadow state of one window: the door of this package.
 *
 * <p>Methods that take a {@link ThreadShadow} are called by that thread, between {@link ThreadShadow#enter} and {@link
 * ThreadShadow#leave}. Nothing blocks.
 */
public final class Shadow {
    /** Which part of the room for synchronization objects may be taken before frozen objects share clocks. */
    private static final int SHARING = 8;

    private static final int LEAST_GROWTH = 10_000;

    private static final VarHandle LAST_THREAD;
    private static final VarHandle EMITTED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            LAST_THREAD = lookup.findVarHandle(Shadow.class, "lastThread", int.class);
            EMITTED = lookup.findVarHandle(Shadow.class, "emitted", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final long window;
    final ShadowLimits limits;
    final ObjectNumbers numbers;
    final LockSets lockSets;
    private final Buckets<ThreadShadow> threads;
    private final Buckets<SyncShadow> syncs;
    private final Variables variables;
    private final AssumedFreezes freezes;
    private final Views views;
    private final Tasks tasks;
    private final AccessCounts counts;
    private final UnseenWays ways = Asked.ways();
    private final EntryCount entryCount = new EntryCount();

    @SuppressWarnings("UnusedVariable") // through LAST_THREAD
    private volatile int lastThread;

    @SuppressWarnings("UnusedVariable") // through EMITTED
    private volatile long emitted;

    /** Whether the totals are being told: a thread that comes now records nothing, see {@link #first}. */
    private volatile boolean told;

    private volatile String incompleteReason = "";
    private volatile boolean sharing;
    // Of the thread that sweeps.
    private int sweptTo;

    private int sweptThreads;
    private long sweptEdges;
    private long sweptEntries;

    /** An empty shadow for the window of that number. */
    public Shadow(long window, ShadowLimits limits) {
        this.window = window;
        this.limits = limits;
        this.numbers = new ObjectNumbers(limits.weak());
        this.lockSets = new LockSets(limits.weak() ? 16 : 10);
        this.threads = new Buckets<>(limits.weak() ? 12 : 10, Integer.MAX_VALUE);
        this.syncs = new Buckets<>(limits.bucketBits() - 2, limits.syncObjects());
        this.freezes = new AssumedFreezes(this);
        this.variables = new Variables(this, freezes);
        this.views = new Views(limits);
        this.tasks = new Tasks(window, limits);
        this.counts = new AccessCounts(limits.countedFields());
        Sites.refillStacks();
    }

    /** The shadow of the calling thread, made at its first probe, when it also learns from whoever started it. */
    public ThreadShadow current() {
        Thread thread = Thread.currentThread();
        int hash = Buckets.mix(System.identityHashCode(thread), 0);
        ThreadShadow known = threads.find(thread, hash, 0);
        return known != null ? known : first(thread, hash);
    }

    /*
     * A thread whose first probe was under way when the window closed may come into the table behind who tells the totals: an edge that
     * names it would name a thread that nobody knows. So it looks, once it is in the table, whether the totals are being told, and
     * records nothing in this window if they are. If they are not, they find it: it stores its entry and loads `told`, who tells stores `told` and loads the entries, all
     * volatile. Nothing is lost: accesses are not recorded any more when totals are told, and whoever has learned from a thread
     * before an access of its own has learned from one that had looked.
     */
    private ThreadShadow first(Thread thread, int hash) {
        int number = (int) LAST_THREAD.getAndAdd(this, 1) + 1;
        ThreadShadow fresh = new ThreadShadow(
                thread, hash, number, AgentThreads.isExcluded(thread), limits.weak(), entryCount, ways);
        threads.putIfAbsent(fresh, thread);
        if (told) {
            fresh.exclude();
        } else if (fresh.enter()) {
            try {
                fresh.identify(thread);
                acquire(fresh, thread, Space.START, 0);
            } finally {
                fresh.leave();
            }
        }
        return fresh;
    }

    /** Records an access to the field of the site; {@code owner} is null for a static field. */
    public void access(ThreadShadow thread, @Nullable Object owner, int site, int kind) {
        access(thread, owner, Sites.field(site), site, kind);
    }

    private void access(ThreadShadow thread, @Nullable Object owner, int key, int site, int kind) {
        counts.add(thread.number, Sites.field(site));
        OptimisticReads optimistic = thread.optimistic;
        if (kind != Access.READ || optimistic == null || !optimistic.keeps(this, thread, owner, key, site)) {
            variables.access(thread, owner, key, site, kind, thread.epoch);
        }
    }

    /** Records an access to one element of the array, which has one at that index. */
    public void element(ThreadShadow thread, Object array, int index, int site, int kind) {
        access(thread, array, VariableShadow.element(index), site, kind);
    }

    /** Records an access to what the object contains as a whole. */
    public void contents(ThreadShadow thread, Object object, int site, int kind) {
        access(thread, object, VariableShadow.CONTENTS, site, kind);
    }

    /** Begins an update by handle: before what publishes it. */
    public void beginUpdate(ThreadShadow thread) {
        thread.updateEpoch = thread.epoch;
    }

    /** Ends it, after it has learned from others; answers the epoch of its beginning, 0 if the window opened in its middle. */
    public int endUpdate(ThreadShadow thread) {
        int begun = thread.updateEpoch;
        thread.updateEpoch = 0;
        return begun;
    }

    /** Records an update of the field of the site that ended just now; none without its beginning. */
    public void update(ThreadShadow thread, @Nullable Object owner, int site, int epoch) {
        if (epoch != 0) {
            variables.access(thread, owner, Sites.field(site), site, Access.ATOMIC_UPDATE, epoch);
        }
    }

    /** The object whose contents a call of {@code object} accesses: itself, or what it is a view of; null for none. */
    public @Nullable Object contentsOf(Object object) {
        return ObjectTypes.hasContents(object) ? object : views.owner(object);
    }

    /** Notes that {@code view} is a view of {@code object}, or of what that is a view of. */
    public void viewed(Object view, Object object) {
        Object owner = contentsOf(object);
        if (owner != null) {
            views.add(view, owner);
        }
    }

    /** Counts accesses that were left out of a bulk operation. */
    public void drop(int accesses) {
        variables.drop(accesses);
    }

    /** Records a read that was kept back. */
    void record(ThreadShadow thread, @Nullable Object owner, int key, int site, int epoch) {
        variables.access(thread, owner, key, site, Access.READ, epoch);
    }

    /** The thread begins to read optimistically under the lock. */
    public void beginOptimistic(ThreadShadow thread, Object lock) {
        OptimisticReads optimistic = thread.optimistic;
        if (optimistic == null) {
            optimistic = new OptimisticReads();
            thread.optimistic = optimistic;
        }
        optimistic.begin(this, thread, lock);
    }

    /**
     * The thread has asked whether a stamp is good. Where it got that stamp before the window opened, what it has read since was
     * recorded as if nothing guarded it.
     */
    public void validating(ThreadShadow thread) {
        if (thread.optimistic == null && thread.accesses > 0 && !limits.weak()) {
            incomplete("the window opened while a thread was reading optimistically");
        }
    }

    /** The lock has told whether what the thread read optimistically is good; after the acquire, if it is. */
    public void validated(ThreadShadow thread, Object lock, boolean good) {
        OptimisticReads optimistic = thread.optimistic;
        if (optimistic != null) {
            optimistic.validated(lock, good);
        }
    }

    /** The thread has taken the lock instead. */
    public void endOptimistic(ThreadShadow thread) {
        OptimisticReads optimistic = thread.optimistic;
        if (optimistic != null) {
            optimistic.end(this, thread);
        }
    }

    /** Records that {@code thread} publishes what it did so far through {@code object}: before the operation itself. */
    public void release(ThreadShadow thread, @Nullable Object object, int space, int site) {
        SyncShadow sync = sync(object, space);
        if (sync != null && !sync.inner) {
            sync.release(thread.number, thread.epoch, site);
            if (space == Space.TASK || space == Space.START) {
                tasks.submitted(thread);
            }
            advance(thread);
        }
    }

    /**
     * Takes back the thread's latest release through {@code object}: after an operation that had to be recorded before its
     * outcome was known, and that published nothing.
     */
    public void retract(ThreadShadow thread, @Nullable Object object, int space) {
        SyncShadow sync = findSync(object, space);
        if (sync != null && !sync.inner) {
            sync.retract(thread.number);
        }
    }

    /** Says that the object only serves a class of the JDK and orders nothing by itself. */
    public void inner(Object object, int space) {
        SyncShadow sync = sync(object, space);
        if (sync != null) {
            sync.inner = true;
        }
    }

    /** As {@link #acquire}, by a read of a volatile field whose value the thread may act upon. */
    public void read(ThreadShadow thread, @Nullable Object object, int space, int site) {
        thread.touched.read(object, space);
        acquire(thread, object, space, site);
    }

    /** Records that {@code thread} may see what was published through {@code object}: after the operation itself. */
    public void acquire(ThreadShadow thread, @Nullable Object object, int space, int site) {
        SyncShadow sync = findSync(object, space);
        if (space == Space.TASK || space == Space.START) {
            Tasks.begun(thread, sync);
        } else if (space < 0 && object instanceof Runnable) {
            Tasks.begun(thread, findSync(object, Space.TASK));
        }
        if (sync == null || sync.inner) {
            return;
        }
        boolean advanced = false;
        for (Release release = sync.releases(); release != null; release = release.next) {
            int epoch = release.epochAcquire();
            if (epoch == 0 || release.thread == thread.number || thread.knows(release.thread, epoch)) {
                continue;
            }
            if (!advanced) {
                advance(thread);
                advanced = true;
            }
            edge(thread, sync, space, release.thread, epoch, release.site, site);
        }
    }

    /** Before the thread can publish something whose final fields it has set; who reads them says nothing. */
    public void freeze(ThreadShadow thread, int site) {
        freezes.freeze(thread, site);
    }

    /** Accesses recorded so far. */
    long recorded() {
        return variables.recorded();
    }

    /**
     * Records that {@code thread} has found the class initialized, and with it its superclasses.
     *
     * @return whether no initializer of theirs has ended in this window; false also where the thread has asked before
     */
    public boolean initialized(ThreadShadow thread, Class<?> type, int site) {
        if (!thread.initialized.add(type)) {
            return false;
        }
        boolean none = true;
        for (@Nullable Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            acquire(thread, c, Space.CLASS_INIT, site);
            SyncShadow sync = findSync(c, Space.CLASS_INIT);
            none &= sync == null || sync.releases() == null;
        }
        return none;
    }

    /** Records that {@code thread} has seen {@code other} terminated: everything the other did comes before. */
    public void joined(ThreadShadow thread, Thread other, int site) {
        int hash = Buckets.mix(System.identityHashCode(other), 0);
        ThreadShadow ended = threads.find(other, hash, 0);
        if (ended == null || ended == thread || ended.excluded || thread.knows(ended.number, ended.epoch)) {
            return;
        }
        advance(thread);
        SyncShadow sync = sync(other, Space.START);
        if (sync != null) {
            edge(thread, sync, Space.START, ended.number, ended.epoch, 0, site);
        }
    }

    /** Begins the thread's next epoch. An epoch that began anew would order what is unordered and the reverse. */
    void advance(ThreadShadow thread) {
        if (thread.epoch == Integer.MAX_VALUE) {
            incomplete("a thread has no epochs left");
        } else {
            thread.epoch++;
        }
    }

    private void edge(
            ThreadShadow thread, SyncShadow sync, int space, int from, int fromEpoch, int fromSite, int site) {
        thread.learned(from, fromEpoch);
        emitEdge(thread, sync, space, from, fromEpoch, fromSite, site);
    }

    /** Emits an edge that the thread's other edges do not count on. */
    void emitEdge(ThreadShadow thread, SyncShadow sync, int space, int from, int fromEpoch, int fromSite, int site) {
        Sites.markUsed(fromSite);
        Sites.markUsed(site);
        SyncEdgeEvent.emit(
                window,
                thread.edges + 1,
                space,
                numbers.of(sync.object()),
                sync.type,
                from,
                fromEpoch,
                fromSite,
                thread.number,
                thread.epoch,
                site);
        thread.edges++;
        countEmitted();
    }

    @Nullable
    SyncShadow findSync(@Nullable Object object, int space) {
        return syncs.find(object, Buckets.mix(System.identityHashCode(object), space), space);
    }

    /** The shadow of the object in the space; null, with the window incomplete, when there is no room. */
    @Nullable
    SyncShadow sync(@Nullable Object object, int space) {
        int hash = Buckets.mix(System.identityHashCode(object), space);
        SyncShadow known = syncs.find(object, hash, space);
        if (known != null) {
            return known;
        }
        if (syncs.full()) {
            incomplete("the table of synchronization objects is full (" + limits.syncObjects() + ")");
            return null;
        }
        return syncs.putIfAbsent(new SyncShadow(object, hash, space, limits.weak()), object);
    }

    /** Whether objects without a clock of their own share some from now on, so that the others find room. */
    boolean startsToShare() {
        if (!sharing && syncs.size() > limits.syncObjects() / SHARING) {
            sharing = true;
        }
        return sharing;
    }

    /** Whether they do by now. It never ends: what was frozen meanwhile is found in a shared clock alone. */
    boolean isSharing() {
        return sharing;
    }

    /** Whether the room for synchronization objects will soon be gone, unless some of them are collected. */
    public boolean isCrowded() {
        return syncs.size() > limits.syncObjects() / 4 * 3;
    }

    void countEmitted() {
        EMITTED.getAndAdd(this, 1L);
    }

    /** Events emitted so far: what the event budget of a window is held against. */
    public long emitted() {
        return emitted;
    }

    /** Says that the window can no longer prove that two accesses are unordered; the first reason stays. */
    public void incomplete(String reason) {
        if (incompleteReason.isEmpty()) {
            incompleteReason = reason;
        }
    }

    /** Why the window is incomplete; empty while it is complete. */
    public String incompleteReason() {
        return incompleteReason;
    }

    /** What can be asked when the window has closed. */
    public Hindsight hindsight() {
        return new Hindsight(threads, syncs);
    }

    /** The threads that are inside a field probe. */
    public List<ThreadShadow> inFieldProbe() {
        FieldProbes probes = new FieldProbes();
        threads.forEach(probes);
        return probes.inside();
    }

    /** Whether enough was added since the last sweep for another to be worth its walk over everything. */
    public boolean hasGrown() {
        int entries = variables.size() + syncs.size();
        return entries - sweptTo > sweptTo / 4 + LEAST_GROWTH;
    }

    /** Drops what belongs to objects that are gone. Full mode only; one thread at a time. */
    public void sweep() {
        variables.sweep();
        views.sweep();
        DerivedSites.sweep();
        Handles.sweep();
        numbers.sweep();
        syncs.sweep();
        ThreadTotals totals = new ThreadTotals(this);
        threads.sweep(totals);
        sweptThreads += totals.threads;
        sweptEdges += totals.edges;
        sweptEntries += totals.entries;
        sweptTo = variables.size() + syncs.size();
    }

    /** Emits the totals of every thread; after both gates have closed. */
    public Totals emitTotals() {
        told = true;
        ThreadTotals totals = new ThreadTotals(this);
        threads.forEach(totals);
        variables.emitTallies();
        return new Totals(
                totals.threads + sweptThreads,
                totals.edges + sweptEdges,
                variables.emitted(),
                variables.recorded(),
                variables.dropped());
    }

    /** How many accesses of the watched fields there were. */
    public AccessCounts counts() {
        return counts;
    }

    /**
     * What the window's probes have cost so far; any thread may ask, while the probes go on. Looks at every thread; exact once
     * the window has closed.
     */
    public ProbeCost cost() {
        ProbeCost.Sum sum = new ProbeCost.Sum(sweptEntries);
        threads.forEach(sum);
        return sum.cost();
    }

    /** How many open probes there were at least; costs nothing, and leaves out the latest of each thread. */
    public long leastEntries() {
        return entryCount.told();
    }

    /** The sums that the window's last event carries. */
    public record Totals(int threads, long edges, long accesses, long recorded, long dropped) {}
}
