package dev.photofinish.schedule;

import dev.photofinish.drill.Drill;
import dev.photofinish.govern.Clocks;
import dev.photofinish.govern.CostMeter;
import dev.photofinish.shadow.ProbeCost;
import dev.photofinish.shadow.Shadow;
import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.window.Window;
import java.time.Duration;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Opens one window after the other, and ends each by its time, its number of events, or what it costs. */
public final class WindowRun {
    private static final long POLL_NANOS = 20_000_000L;

    /** How late the agent may notice that a prepared window has opened. */
    private static final long PREPARED_POLL_NANOS = 50_000_000L;

    private static final long EVENTS_PER_WINDOW = 20_000;

    private final FieldWatch fields;
    private final StaleThreads stale;
    private final CostMeter meter;
    private final Clocks clocks;
    private final Drill drill;
    private long lastEmitted;
    private long lastOpenNanos;
    // Written by the scheduler's thread only, read by whoever asks for the status.
    private volatile long windows;
    private volatile long incomplete;
    private volatile long partial;
    private volatile long triggered;
    private volatile String lastIncomplete = "";

    /** Windows that watch those fields. */
    public WindowRun(FieldWatch fields, StaleThreads stale, CostMeter meter, Clocks clocks, Drill drill) {
        this.fields = fields;
        this.stale = stale;
        this.meter = meter;
        this.clocks = clocks;
        this.drill = drill;
    }

    /** Waits in an open window for so many nanoseconds at most; answers whether the window may stay open. */
    interface Pause {
        boolean pause(long nanos) throws InterruptedException;
    }

    /** When a window began: not later than it opened. */
    private record Start(long nanos, long cpuNanos) {}

    /**
     * Opens a window and closes it.
     *
     * @param warmUp whether its data is thrown away
     * @param entriesAllowed how many probes it may meet
     * @return what its probes have cost
     */
    ProbeCost run(Duration length, boolean warmUp, long entriesAllowed, Pause pause) throws InterruptedException {
        stale.beforeWindow();
        ShadowLimits limits = drill.limits(ShadowLimits.window(fields.highest()));
        if (warmUp) {
            meter.beforeExchange();
        }
        Start start = start();
        Window window = Window.open(windows + 1, fields.count(), warmUp, limits);
        return complete(window, start, warmUp, length, entriesAllowed, pause);
    }

    /**
     * Prepares a window that the first access to a cold field opens, and closes it.
     *
     * @param longest how long to wait for that access
     * @param resting waits for it
     * @return what its probes have cost; null where it did not open
     */
    @Nullable
    ProbeCost runTriggered(Duration longest, Pause resting, Duration length, long entriesAllowed, Pause pause)
            throws InterruptedException {
        BitSet cold = fields.cold();
        stale.beforeWindow();
        ShadowLimits limits = drill.limits(ShadowLimits.window(fields.highest()));
        Window window = Window.prepare(windows + 1, fields.count(), limits, cold.toLongArray());
        Start start;
        try {
            start = awaitTrigger(window, longest, resting);
        } catch (Throwable e) {
            if (!window.withdraw()) {
                fail(window);
            }
            throw e;
        }
        if (window.withdraw()) {
            return null;
        }
        long count = triggered + 1;
        triggered = count;
        return complete(window, start, false, length, entriesAllowed, pause);
    }

    /** Waits until the prepared window opens, or the time is up; answers a moment before it has opened. */
    private Start awaitTrigger(Window window, Duration longest, Pause resting) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        Start start = start();
        for (long left = longest.toNanos(); left > 0 && !window.isOpen(); left = end - System.nanoTime()) {
            start = start();
            if (window.isOpen() || !resting.pause(Math.min(left, PREPARED_POLL_NANOS))) {
                break;
            }
        }
        return start;
    }

    private Start start() {
        return new Start(clocks.nanos(), clocks.processCpuNanos());
    }

    private ProbeCost complete(
            Window window, Start start, boolean warmUp, Duration length, long entriesAllowed, Pause pause)
            throws InterruptedException {
        windows = window.number();
        boolean closed = false;
        try {
            String reason = awaitEnd(window.shadow(), length, entriesAllowed, pause);
            drill.reach("close");
            window.close();
            stale.afterWindow(window.shadow().hindsight(), window::incomplete);
            closed = true;
            end(window, reason);
        } finally {
            if (!closed) {
                fail(window);
            }
        }
        ProbeCost cost = window.shadow().cost();
        long used = clocks.processCpuNanos() - start.cpuNanos;
        lastEmitted = window.shadow().emitted();
        lastOpenNanos = clocks.nanos() - start.nanos;
        if (!warmUp) {
            boolean complete = window.incompleteReason().isEmpty() && !stale.merged();
            fields.add(window.shadow().counts(), lastOpenNanos, used, complete, window.openedBy());
        }
        meter.windowClosed(cost, fields.accesses(window.shadow().counts()), used);
        return cost;
    }

    private void fail(Window window) {
        windows = window.number();
        window.incomplete("the agent failed while the window was open");
        window.close();
        end(window, "error");
    }

    /** Waits until the window is to be closed; answers why. */
    private String awaitEnd(Shadow shadow, Duration length, long entriesAllowed, Pause pause)
            throws InterruptedException {
        EntryLimit limit = new EntryLimit(shadow, entriesAllowed, clocks);
        long end = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
            if (!pause.pause(Math.min(left, POLL_NANOS))) {
                return "time";
            }
            if (shadow.emitted() > EVENTS_PER_WINDOW) {
                return "events";
            }
            if (limit.isExceeded()) {
                return "budget";
            }
        }
        return "time";
    }

    private void end(Window window, String closedBy) {
        window.incomplete(fields.unseen());
        window.emitEnd(closedBy);
        String reason = window.incompleteReason();
        if (reason.isEmpty() && stale.merged()) {
            long count = partial + 1;
            partial = count;
        }
        if (!reason.isEmpty()) {
            long count = incomplete + 1;
            incomplete = count;
            lastIncomplete = reason;
        }
    }

    /** How many windows there were. */
    long count() {
        return windows;
    }

    /** Events of the last window. */
    long lastEmitted() {
        return lastEmitted;
    }

    /** How long the last window was open, at the most. */
    Duration lastOpen() {
        return Duration.ofNanos(lastOpenNanos);
    }

    /**
     * Windows, those that an access has opened, incomplete ones and those in which threads count as one so far, and why the last of
     * the incomplete was.
     */
    public String describe() {
        return windows + " windows, " + triggered + " triggered, " + incomplete + " incomplete"
                + (lastIncomplete.isEmpty() ? "" : " (the last: " + lastIncomplete + ")") + ", " + partial + " partial";
    }
}
