package dev.photofinish.schedule;

import dev.photofinish.drill.Drill;
import dev.photofinish.govern.Clocks;
import dev.photofinish.govern.CostMeter;
import dev.photofinish.shadow.ProbeCost;
import dev.photofinish.shadow.Shadow;
import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.window.Window;
import java.time.Duration;

/** Opens one window after the other, and ends each by its time, its number of events, or what it costs. */
public final class WindowRun {
    private static final long POLL_NANOS = 20_000_000L;
    private static final long EVENTS_PER_WINDOW = 20_000;

    private final FieldWatch fields;
    private final StaleThreads stale;
    private final CostMeter meter;
    private final Clocks clocks;
    private final Drill drill;
    private long lastEmitted;
    // Written by the scheduler's thread only, read by whoever asks for the status.
    private volatile long windows;
    private volatile long incomplete;
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

    /**
     * Opens a window and closes it.
     *
     * @param warmUp whether its data is thrown away
     * @param entriesAllowed how many probes it may meet
     * @return what its probes have cost
     */
    ProbeCost run(Duration length, boolean warmUp, long entriesAllowed, Pause pause) throws InterruptedException {
        stale.beforeWindow();
        long number = windows + 1;
        windows = number;
        ShadowLimits limits = drill.limits(ShadowLimits.window(fields.highest()));
        if (warmUp) {
            meter.beforeExchange();
        }
        long cpu = clocks.processCpuNanos();
        long opened = clocks.nanos();
        Window window = Window.open(number, fields.count(), warmUp, limits);
        String closedBy = "error";
        try {
            String reason = awaitEnd(window.shadow(), length, entriesAllowed, pause);
            drill.reach("close");
            window.close();
            stale.afterWindow(window.shadow());
            closedBy = reason;
        } finally {
            if (closedBy.equals("error")) {
                window.incomplete("the agent failed while the window was open");
                window.close();
            }
            end(window, closedBy);
        }
        ProbeCost cost = window.shadow().cost();
        long used = clocks.processCpuNanos() - cpu;
        lastEmitted = window.shadow().emitted();
        if (!warmUp) {
            boolean complete = window.incompleteReason().isEmpty();
            fields.add(window.shadow().counts(), clocks.nanos() - opened, used, complete);
        }
        meter.windowClosed(cost, used);
        return cost;
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
        if (!reason.isEmpty()) {
            long count = incomplete + 1;
            incomplete = count;
            lastIncomplete = reason;
        }
    }

    /** Events of the last window. */
    long lastEmitted() {
        return lastEmitted;
    }

    /** Windows and incomplete windows so far, and why the last of those was incomplete. */
    public String describe() {
        return windows + " windows, " + incomplete + " incomplete"
                + (lastIncomplete.isEmpty() ? "" : " (the last: " + lastIncomplete + ")");
    }
}
