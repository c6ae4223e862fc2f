package dev.photofinish.shadow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is known about one thread in one window: its epoch, what it has learned, the locks it holds. */
public final class ThreadShadow extends Node {
    private static final VarHandle IN_FIELD_PROBE;
    private static final int KNOWN = 16;
    private static final int MOST_KNOWN = 1024;
    private static final int MOST_FORGOTTEN = 64;
    private static final int ORDERS = 16;

    /** Of so many probes one is timed, and all since the last are told, beginning with an early one. */
    private static final int TIMED = 1024;

    private static final int FIRST_TIMED = 64;

    /** More than that is not the probe's doing: the thread was not running. */
    private static final long LONGEST_NANOS = 20_000;

    static {
        try {
            IN_FIELD_PROBE = MethodHandles.lookup().findVarHandle(ThreadShadow.class, "inFieldProbe", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final int number;
    /** As the thread was called at its first probe, then at its first access. Written by the thread itself only. */
    private String name;

    final String group;
    /** Set by the thread itself when it can be found: a subclass of Thread may answer with code of its own, woven code. */
    long javaThreadId;

    final boolean virtual;
    boolean excluded;

    // Everything below is written by the thread itself only; the totals are read when the window has closed.
    int epoch = 1;
    int edges;
    int accesses;
    private boolean busy;
    private boolean silent;

    /** Probes that had something to do, and what some of them took: the cost of the window. */
    long entries;

    long timed;
    long timedNanos;
    private long enteredNanos;
    private final EntryCount entryCount;

    /** Which thread submitted the task that this one runs, in which of its epochs; 0 where that is not known. */
    int taskFrom;

    int taskFromEpoch;

    @SuppressWarnings("UnusedVariable") // through IN_FIELD_PROBE
    private boolean inFieldProbe;

    /** The sites whose woven code this thread has run; kept only for threads of which that is asked, see {@link Asked}.
     * An array: a class that is loaded here for the first time would be given to the weaver, whose first act is to ask for
     * this thread's shadow.
     */
    private long @Nullable [] ran;

    final Touched touched;

    /** Whether it counts as one with the other threads of the window that do; of the agent's thread, once the window has closed. */
    boolean merged;

    final KnownEpochs frozen = new KnownEpochs();
    final AssumedFreezes.Mark freezes = new AssumedFreezes.Mark();
    final InitializedClasses initialized = new InitializedClasses();
    private int heldCount;
    private @Nullable SyncShadow[] held = new SyncShadow[4];
    private int[] heldSites = new int[4];
    private int[] heldDepths = new int[4];
    private long[] heldSince = new long[4];
    private long[] allocatedBefore = new long[4];
    private @Nullable LockSet lockSet;
    private boolean lockSetKnown = true;

    /** The lock that the thread gave up to wait, and how many levels of it. */
    private @Nullable SyncShadow waitingFor;

    private int waitingDepth;

    /** Where the application called the lock operation that this thread is about to do; 0 for unknown. */
    private int callSite;

    /** Where the application called the wrapper of the JDK that is about to access an object; 0 for unknown. */
    private int wrapperSite;

    /** The epoch in which an update by handle began; 0 for none. */
    int updateEpoch;

    /** Reads whose recording waits for the validation of a stamp; null before the first. */
    @Nullable
    OptimisticReads optimistic;

    /** Whether the access that is being recorded was made earlier: its stack is gone. */
    boolean late;

    /** The number that such an access got when it was made; 0 for one that counts as made now. */
    int lateSequence;

    /** Whether the lock operation that this thread is about to do is made inside a class of the JDK. */
    private boolean innerNext;

    /** When the thread asked for the lock that it has not got yet, and whether that was held by another. */
    long askedNanos;

    boolean contended;

    /** Whether nobody was seen to have it, and others waited for it. */
    boolean queued;

    /** How often that lock is to be taken until all have had it that asked before the thread. */
    int turn;

    final ThreadShares shares = new ThreadShares();

    /** Time that the thread waited for locks, and held those that others waited for, since the last stack of {@link LockStacks}. */
    long waitedOnAccount;

    long heldOnAccount;

    /** Direct-mapped: up to which epoch this thread has learned directly from another. Lossy: forgetting costs an event. */
    private int[] knownThreads = new int[KNOWN];

    private int[] knownEpochs = new int[KNOWN];

    /** How often it has forgotten one thread for another since the arrays were made. */
    private int forgotten;

    /** Direct-mapped: which locks were taken under which. Lossy: forgetting costs an event. Null before the first. */
    private @Nullable LockSet @Nullable [] ordersUnder;

    private @Nullable SyncShadow @Nullable [] orders;

    ThreadShadow(
            Thread thread,
            int hash,
            int number,
            boolean excluded,
            boolean weak,
            EntryCount entryCount,
            UnseenWays ways) {
        super(thread, hash, 0, weak);
        this.entryCount = entryCount;
        this.number = number;
        this.touched = new Touched(ways);
        this.name = thread.getName();
        ThreadGroup threadGroup = thread.getThreadGroup();
        this.group = threadGroup == null ? "" : threadGroup.getName();
        this.virtual = group.equals("VirtualThreads");
        this.excluded = excluded;
        this.ran = Asked.about(thread) ? new long[8] : null;
    }

    /** The thread's name by now; that of its first access where the thread is gone. */
    String currentName() {
        return object() instanceof Thread thread ? thread.getName() : name;
    }

    /** The number of the thread's next access, in program order. */
    int nextAccess() {
        if (accesses == 0) {
            name = currentName();
        }
        return ++accesses;
    }

    /** Begins a probe; false inside another probe of the same thread and for the agent's own threads. */
    public boolean enter() {
        if (busy || excluded) {
            return false;
        }
        busy = true;
        if (++entries % TIMED == FIRST_TIMED) {
            enterTimed();
        }
        return true;
    }

    /** The thread's probes do nothing from now on; before its first. */
    void exclude() {
        excluded = true;
    }

    private void enterTimed() {
        entryCount.add(entries == FIRST_TIMED ? FIRST_TIMED : TIMED);
        enteredNanos = System.nanoTime();
    }

    /** Ends what {@link #enter} began. */
    public void leave() {
        if (enteredNanos != 0) {
            timedNanos += Math.min(System.nanoTime() - enteredNanos, LONGEST_NANOS);
            timed++;
            enteredNanos = 0;
        }
        busy = false;
    }

    boolean isAlive() {
        return object() instanceof Thread thread && thread.isAlive();
    }

    /** The thread's probes do nothing until it {@link #speak}s; nothing inside a probe. */
    public void fallSilent() {
        if (!busy && !excluded) {
            busy = true;
            silent = true;
        }
    }

    /** Ends what {@link #fallSilent} began. */
    public void speak() {
        if (silent) {
            silent = false;
            busy = false;
        }
    }

    /** Lets the thread's probes record inside one; false where it is in none. */
    public boolean pause() {
        if (!busy || excluded) {
            return false;
        }
        busy = false;
        return true;
    }

    /** Ends what {@link #pause} began. */
    public void resume() {
        busy = true;
    }

    /** Begins the read-side critical section that closing a window waits for. */
    public void enterFieldVolatile() {
        IN_FIELD_PROBE.setVolatile(this, true);
    }

    /** Ends it: everything recorded inside is visible to the thread that sees it ended. */
    public void leaveFieldRelease() {
        IN_FIELD_PROBE.setRelease(this, false);
    }

    /** Whether the thread is inside a field probe. */
    public boolean inFieldVolatile() {
        return (boolean) IN_FIELD_PROBE.getVolatile(this);
    }

    /** Notes that the thread has run the woven code of a site. */
    public void ran(int site) {
        long[] sites = ran;
        if (sites != null) {
            int word = site >>> 6;
            if (word >= sites.length) {
                sites = Arrays.copyOf(sites, word * 2);
                ran = sites;
            }
            sites[word] |= 1L << site;
        }
    }

    /** Notes where the application calls the thread's next lock operation. */
    public void calledFrom(int site) {
        callSite = site;
    }

    /** Notes where the application calls a wrapper of the JDK; 0 for another call. */
    public void calledWrapperFrom(int site) {
        wrapperSite = site;
    }

    /** Where the application called the wrapper whose code is at {@code site}; that itself where it is not known. */
    public int wrapperSiteOr(int site) {
        int called = wrapperSite;
        wrapperSite = 0;
        return called != 0 ? called : site;
    }

    /** Notes that the thread's next lock operation is made by a class of the JDK for its own purposes. */
    public void innerNext() {
        innerNext = true;
    }

    boolean takeInnerNext() {
        boolean next = innerNext;
        innerNext = false;
        return next;
    }

    int callSiteOr(int site) {
        int called = callSite;
        callSite = 0;
        return called != 0 ? called : site;
    }

    /** As {@link #callSiteOr}, where more is to be told of the same operation. */
    int callSiteStill(int site) {
        return callSite != 0 ? callSite : site;
    }

    boolean hasRun(int site) {
        long[] sites = ran;
        return sites != null && site >>> 6 < sites.length && (sites[site >>> 6] & (1L << site)) != 0;
    }

    boolean knows(int thread, int throughEpoch) {
        int slot = thread & (knownThreads.length - 1);
        return knownThreads[slot] == thread && knownEpochs[slot] >= throughEpoch;
    }

    void learned(int thread, int throughEpoch) {
        int slot = thread & (knownThreads.length - 1);
        if (knownThreads[slot] != thread && knownThreads[slot] != 0 && ++forgotten == MOST_FORGOTTEN) {
            learnMore();
            slot = thread & (knownThreads.length - 1);
        }
        knownThreads[slot] = thread;
        knownEpochs[slot] = throughEpoch;
    }

    /** Two threads that share a slot make an event each time that both are asked after, which a thread that spins does all the time. */
    private void learnMore() {
        int[] threads = knownThreads;
        int[] epochs = knownEpochs;
        if (threads.length >= MOST_KNOWN) {
            return;
        }
        forgotten = 0;
        knownThreads = new int[threads.length * 2];
        knownEpochs = new int[threads.length * 2];
        for (int i = 0; i < threads.length; i++) {
            int slot = threads[i] & (knownThreads.length - 1);
            knownThreads[slot] = threads[i];
            knownEpochs[slot] = epochs[i];
        }
    }

    /** Notes that the thread takes the lock while it holds the others; false where it has done so before. */
    boolean ordersAnew(LockSet held, SyncShadow lock) {
        @Nullable LockSet[] under = ordersUnder;
        @Nullable SyncShadow[] locks = orders;
        if (under == null || locks == null) {
            under = new LockSet[ORDERS];
            locks = new SyncShadow[ORDERS];
            ordersUnder = under;
            orders = locks;
        }
        int slot = (held.hash ^ lock.hash) & (ORDERS - 1);
        if (under[slot] == held && locks[slot] == lock) {
            return false;
        }
        under[slot] = held;
        locks[slot] = lock;
        return true;
    }

    void identify(Thread thread) {
        javaThreadId = thread.getId();
    }

    void waitFor(SyncShadow lock, int depth) {
        waitingFor = lock;
        waitingDepth = depth;
    }

    /** How many levels of the lock the thread has when it gets it: those it had if it gave them up to wait, otherwise 1. */
    int depthBeforeWait(SyncShadow lock) {
        if (waitingFor != lock) {
            return 1;
        }
        waitingFor = null;
        return waitingDepth;
    }

    int indexOfHeld(SyncShadow lock) {
        for (int i = heldCount - 1; i >= 0; i--) {
            if (held[i] == lock) {
                return i;
            }
        }
        return -1;
    }

    int heldCount() {
        return heldCount;
    }

    SyncShadow heldLock(int index) {
        SyncShadow lock = held[index];
        if (lock == null) {
            throw new IllegalStateException("no lock at " + index + " of " + heldCount);
        }
        return lock;
    }

    int heldSite(int index) {
        return heldSites[index];
    }

    long heldSince(int index) {
        return heldSince[index];
    }

    /** What the thread has allocated since it took the lock, in bytes; {@link AllocatedBytes#UNKNOWN} where the beginning is not known. */
    long allocatedSince(int index) {
        long before = allocatedBefore[index];
        if (before == AllocatedBytes.UNKNOWN) {
            return AllocatedBytes.UNKNOWN;
        }
        long now = AllocatedBytes.ofThisThread();
        return now < before ? AllocatedBytes.UNKNOWN : now - before;
    }

    void reenter(int index) {
        heldDepths[index]++;
    }

    /** Takes one level off; answers how many are left. */
    int exit(int index) {
        return --heldDepths[index];
    }

    int depth(int index) {
        return heldDepths[index];
    }

    void hold(SyncShadow lock, int site, int depth, long now) {
        if (heldCount == held.length) {
            int size = heldCount * 2;
            held = Arrays.copyOf(held, size);
            heldSites = Arrays.copyOf(heldSites, size);
            heldDepths = Arrays.copyOf(heldDepths, size);
            heldSince = Arrays.copyOf(heldSince, size);
            allocatedBefore = Arrays.copyOf(allocatedBefore, size);
        }
        held[heldCount] = lock;
        heldSites[heldCount] = site;
        heldDepths[heldCount] = depth;
        heldSince[heldCount] = now;
        allocatedBefore[heldCount] = lock.isWanted() ? AllocatedBytes.ofThisThread() : AllocatedBytes.UNKNOWN;
        heldCount++;
        lockSetKnown = false;
    }

    void drop(int index) {
        int rest = --heldCount - index;
        System.arraycopy(held, index + 1, held, index, rest);
        System.arraycopy(heldSites, index + 1, heldSites, index, rest);
        System.arraycopy(heldDepths, index + 1, heldDepths, index, rest);
        System.arraycopy(heldSince, index + 1, heldSince, index, rest);
        System.arraycopy(allocatedBefore, index + 1, allocatedBefore, index, rest);
        held[heldCount] = null;
        lockSetKnown = false;
    }

    @Nullable
    LockSet lockSet(LockSets sets) {
        if (!lockSetKnown) {
            lockSet = heldCount == 0 ? null : sets.intern(held, heldSites, heldCount);
            lockSetKnown = true;
        }
        return lockSet;
    }
}
