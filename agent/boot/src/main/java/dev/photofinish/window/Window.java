package dev.photofinish.window;

import dev.photofinish.event.WindowEvent;
import dev.photofinish.shadow.Shadow;
import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.shadow.ThreadShadow;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * One window: the unit of sampling, of soundness, of shipping and of analysis.
 *
 * <p>Opened and closed by one agent thread, or prepared by it and opened by a thread of the application; at most one is open
 * or prepared.
 */
public final class Window {
    private static final long GRACE_NANOS = 2_000_000_000L;
    private static final long POLL_NANOS = 100_000;
    private static final long[] NONE = {};
    private static final VarHandle PREPARED;

    static {
        try {
            PREPARED = MethodHandles.lookup().findStaticVarHandle(Gate.class, "prepared", Window.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long number;
    private final int fieldsArmed;
    private final boolean warmUp;
    private final Shadow shadow;
    private final long openedNanos;

    /** The numbers of the fields whose access opens the window, as bits. */
    private final long[] cold;

    // Written by the thread that opens a prepared window before it stores fieldWindow, read by who has read that.
    private int openedBy;
    private long openedTime;

    private Window(long number, int fieldsArmed, boolean warmUp, ShadowLimits limits, long[] cold) {
        this.cold = cold;
        this.number = number;
        this.fieldsArmed = fieldsArmed;
        this.warmUp = warmUp;
        this.shadow = new Shadow(number, limits);
        this.openedNanos = epochNanos();
    }

    /** Opens the window of that number; the protocol is in {@link Gate}. */
    public static Window open(long number, int fieldsArmed, boolean warmUp, ShadowLimits limits) {
        requireNone();
        Window window = new Window(number, fieldsArmed, warmUp, limits, NONE);
        Gate.probeFailed = false;
        Gate.window = window;
        Gate.sync = true;
        Gate.fields = true;
        Gate.coldFields = true;
        Gate.fieldWindow = window;
        return window;
    }

    /**
     * Prepares the window of that number: the next access to one of the cold fields opens it.
     *
     * @param cold the numbers of those fields, as {@link java.util.BitSet#toLongArray} has them
     */
    public static Window prepare(long number, int fieldsArmed, ShadowLimits limits, long[] cold) {
        requireNone();
        Window window = new Window(number, fieldsArmed, false, limits, cold.clone());
        Gate.probeFailed = false;
        Gate.prepared = window;
        Gate.coldFields = true;
        return window;
    }

    private static void requireNone() {
        if (Gate.window != null || Gate.prepared != null) {
            throw new IllegalStateException("a window is open already");
        }
    }

    /** Whether an access to the field of that number opens the prepared window. */
    public boolean isCold(int field) {
        int word = field >> 6;
        return word < cold.length && (cold[word] & (1L << field)) != 0;
    }

    /**
     * Opens the prepared window, for an access to that field; false where it was withdrawn or another thread has opened it.
     * Called by a thread of the application: the protocol is in {@link Gate}.
     */
    public boolean trigger(int field) {
        long now = System.nanoTime();
        if (!PREPARED.compareAndSet(this, (Window) null)) {
            return false;
        }
        // No call from here on: it might fail half-way, and the agent waits for the last store.
        openedBy = field;
        openedTime = now;
        Gate.window = this;
        Gate.sync = true;
        Gate.fields = true;
        Gate.fieldWindow = this;
        return true;
    }

    /** Whether the window records accesses now. */
    public boolean isOpen() {
        return Gate.fieldWindow == this;
    }

    /** Withdraws the prepared window; false where a thread has opened it: then it is open when this returns. */
    public boolean withdraw() {
        if (PREPARED.compareAndSet(this, (Window) null)) {
            Gate.coldFields = false;
            return true;
        }
        while (Gate.fieldWindow != this) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        return false;
    }

    /** The number of the field whose access has opened the window; 0 where the agent has. */
    public int openedBy() {
        return openedBy;
    }

    /** What the window knows. */
    public Shadow shadow() {
        return shadow;
    }

    /** The number of the window. */
    public long number() {
        return number;
    }

    /** Stops the recording of accesses and then of synchronization; emits nothing yet. */
    public void close() {
        Gate.fields = false;
        Gate.coldFields = false;
        Gate.fieldWindow = null;
        awaitFieldProbes();
        Gate.sync = false;
        Gate.window = null;
    }

    /** Who is in none after the gate has closed, at whichever moment, records nothing more: one look at every thread. */
    private void awaitFieldProbes() {
        long deadline = System.nanoTime() + GRACE_NANOS;
        for (ThreadShadow thread : shadow.inFieldProbe()) {
            while (thread.inFieldVolatile()) {
                if (System.nanoTime() - deadline > 0) {
                    shadow.incomplete("a thread did not leave its probe within 2 s of the closing");
                    return;
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
    }

    /** Why the window is incomplete; empty while it is complete. */
    public String incompleteReason() {
        String reason = shadow.incompleteReason();
        return reason.isEmpty() && Gate.probeFailed ? "a probe failed" : reason;
    }

    /** Says that the window can no longer prove that two accesses are unordered; the first reason stays. */
    public void incomplete(String reason) {
        shadow.incomplete(reason);
    }

    /** Emits the totals by which a reader knows that the window is whole: its last events. After {@link #close}. */
    public void emitEnd(String closedBy) {
        long closedNanos = epochNanos();
        long age = System.nanoTime() - openedTime;
        Shadow.Totals totals = shadow.emitTotals();
        String reason = incompleteReason();
        WindowEvent.emit(
                number,
                openedBy == 0 ? openedNanos : closedNanos - age,
                closedNanos,
                closedBy,
                warmUp,
                fieldsArmed,
                reason.isEmpty(),
                reason,
                totals.threads(),
                totals.edges(),
                totals.accesses(),
                totals.recorded(),
                totals.dropped());
    }

    private static long epochNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }
}
