package dev.photofinish.window;

import org.jspecify.annotations.Nullable;

/** What the probes read before they do anything. */
public final class Gate {
    /*
     * Two booleans for the closed path and two volatile references for the truth.
     *
     *   open      window = w; sync = true; fields = true; coldFields = true; fieldWindow = w
     *   close     fields = false; coldFields = false; fieldWindow = null; await that no thread is inside a field probe;
     *             sync = false; window = null
     *   prepare   prepared = w; coldFields = true
     *   trigger   if prepared is w, make it null (one compare-and-set); on success window = w; sync = true; fields = true;
     *             fieldWindow = w
     *   withdraw  if prepared is w, make it null (one compare-and-set); on success coldFields = false, and that was it; else
     *             await that fieldWindow is w, and close
     *
     * A field probe records only what it recorded between setting its thread's flag and clearing it, having read
     * `fieldWindow` (volatile) as open after setting the flag. Hence, for a recorded access a of T1:
     *  - T1's volatile read of `fieldWindow` saw the store that follows `sync = true`: every later read of `sync` by T1 sees
     *    true (or the store of the closing). So T1's releases after a are recorded, and whoever acquires from them is
     *    ordered after `sync = true` by the application's own edge, and so on along any path.
     *  - the closing thread saw T2's flag cleared after a recorded access b of T2, and only then stores `sync = false`: that
     *    store cannot be seen by anything that happens before b.
     * So every synchronization on a path from a to b is recorded. The plain reads of `sync` may be stale in one way only:
     * a thread may go on seeing it as false that has recorded nothing. `fields` is volatile for another reason: a loop that
     * was compiled with a plain read never sees a window open, and such a loop is where a stop flag that is not volatile
     * hides.
     *
     * The flag and `fieldWindow` are Dekker's pattern: both sides store, then load, all volatile. With a release store of
     * the flag instead, the closer could miss a probe that still reads the window as open, and the window would record an
     * access after its totals were read. The same holds for a thread's entry in the window's table, which the closer reads
     * by volatile reads for that reason. GateModelTest runs all this in every possible way and refutes the weaker variants.
     *
     * A prepared window is opened by whichever thread first accesses a cold field. Nothing above asks who opens: that thread's
     * stores come in the same order, after the stores of the last closing (it has read `prepared`, which was stored after
     * them), and before those of its own closing (the closing thread has read `fieldWindow`, the last of them). The agent's
     * thread prepares, withdraws and closes, a thread of the application only opens, and for that there is one claim: of those who
     * trigger and who withdraws exactly one has it. Who withdraws in vain waits for the last store of who has it: four
     * stores without a call between them. Closed before that, the window would be opened after its closing. A thread that
     * triggers in vain goes on, and its access is recorded if it finds the window open by then.
     * What a thread did before it opened the window was not recorded, so that no edge from there is missed: a release just
     * before it, an operation of the JDK in whose callback it is. What is not an edge but a state kept over several probes
     * would be, and there is one: the optimistic section of a StampedLock. A read that may be in such a section opens nothing.
     * Reference: McKenney and Slingwine, Read-Copy Update, 1998 (the wait is a grace period).
     */

    /** Whether synchronization probes do more than return. */
    public static boolean sync;

    /** Whether field probes do more than return. On x86 such a read is a plain load that the compiler does not move. */
    public static volatile boolean fields;

    /** Whether probes of cold fields do more than return: also while a window stands prepared. Volatile for the same reason. */
    public static volatile boolean coldFields;

    /** The window that the next access to a cold field opens. It leaves by compare-and-set only. */
    static volatile @Nullable Window prepared;

    /** The window that records synchronization. */
    public static volatile @Nullable Window window;

    /** The window that records accesses. */
    public static volatile @Nullable Window fieldWindow;

    /**
     * Whether a probe has failed since the window opened: then something may not have been recorded, and a thread may be
     * taken to be inside a probe for good. A field, because to store it needs no stack: a probe fails by stack overflow too.
     */
    public static volatile boolean probeFailed;

    private Gate() {}

    /** The window that the next access to a cold field opens; null for none. */
    public static @Nullable Window prepared() {
        return prepared;
    }
}
