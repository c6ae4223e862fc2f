package dev.photofinish.window;

import dev.photofinish.event.WindowEvent;
import dev.photofinish.shadow.Shadow;
import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.shadow.ThreadShadow;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * One window: the unit of sampling, of soundness, of shipping and of analysis.
 *
 * <p>Opened and closed by one agent thread; at most one is open.
 */
public final class Window {
    private static final long GRACE_NANOS = 2_000_000_000L;

    private final long number;
    private final int fieldsArmed;
    private final boolean warmUp;
    private final Shadow shadow;
    private final long openedNanos;

    private Window(long number, int fieldsArmed, boolean warmUp, ShadowLimits limits) {
        this.number = number;
        this.fieldsArmed = fieldsArmed;
        this.warmUp = warmUp;
        this.shadow = new Shadow(number, limits);
        this.openedNanos = epochNanos();
    }

    /** Opens the window of that number; the protocol is in {@link Gate}. */
    public static Window open(long number, int fieldsArmed, boolean warmUp, ShadowLimits limits) {
        if (Gate.window != null) {
            throw new IllegalStateException("a window is open already");
        }
        Window window = new Window(number, fieldsArmed, warmUp, limits);
        Gate.probeFailed = false;
        Gate.window = window;
        Gate.sync = true;
        Gate.fields = true;
        Gate.fieldWindow = window;
        return window;
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
                LockSupport.parkNanos(100_000);
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
        Shadow.Totals totals = shadow.emitTotals();
        String reason = incompleteReason();
        WindowEvent.emit(
                number,
                openedNanos,
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
