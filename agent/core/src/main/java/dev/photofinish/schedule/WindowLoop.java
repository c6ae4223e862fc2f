package dev.photofinish.schedule;

import dev.photofinish.drill.Drill;
import dev.photofinish.probe.Failures;
import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.transport.Transport;
import dev.photofinish.weave.StaleMethods;
import dev.photofinish.window.Window;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Opens windows, ends them by time or by number of events, rotates the recording behind them, and changes the selection of
 * fields from session to session. The body of the agent's scheduler thread.
 */
public final class WindowLoop implements Runnable {
    private static final Duration WARM_UP = Duration.ofMillis(50);
    private static final Duration ROTATION = Duration.ofSeconds(10);
    private static final Duration SESSION = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final long POLL_MILLIS = 20;
    private static final long EVENTS_PER_WINDOW = 20_000;
    private static final double TAIL = 1.5;

    private final Session session;
    private final StaleThreads stale;
    private final Transport transport;
    private final LoopOptions options;
    private final Object signal = new Object();
    private boolean stopping;
    // Written by the loop's thread only, read by whoever asks for the status.
    private volatile long windows;
    private volatile long incomplete;
    private volatile String state = "asleep";
    private volatile String lastIncomplete = "";
    private volatile String failure = "";
    private long lastRotation;

    /**
     * How the loop spends its time.
     *
     * @param maxFields most fields watched at once
     * @param window shortest length of a window; lengths have a heavy tail above it
     * @param duty share of the time in which a window may be open, 0 to 1
     * @param drill what a test asks for besides
     */
    public record LoopOptions(int maxFields, Duration window, double duty, Drill drill) {}

    /** A loop that has not begun. */
    public WindowLoop(Session session, StaleMethods methods, Transport transport, LoopOptions options) {
        this.session = session;
        this.stale = new StaleThreads(methods);
        this.transport = transport;
        this.options = options;
    }

    @Override
    public void run() {
        try {
            lastRotation = System.nanoTime();
            for (int number = 0; !isStopping(); number++) {
                runSession(number);
            }
        } catch (Throwable e) {
            // Nobody else would notice that this thread is gone: whatever it died of, the application gets its code
            // back.
            failure = e instanceof InterruptedException ? "the scheduler was interrupted" : e.toString();
            state = "failed";
            session.end();
        }
    }

    private void runSession(int number) throws InterruptedException, IOException {
        int shares = session.start(options.maxFields, number);
        stale.findAll();
        state = "woven";
        window(WARM_UP, true);
        long end = System.nanoTime() + SESSION.toNanos();
        while (!isStopping() && (shares == 1 || System.nanoTime() - end < 0)) {
            Duration length = nextLength();
            window(length, false);
            pause(rest(length));
            if (Failures.count() > 0) {
                throw new IllegalStateException(
                        Failures.count() + " probes failed, the first with " + Failures.first(), Failures.first());
            }
        }
    }

    private void window(Duration length, boolean warmUp) throws InterruptedException, IOException {
        stale.beforeWindow();
        state = "open";
        long number = windows + 1;
        windows = number;
        Window window = Window.open(number, session.fieldsArmed(), warmUp, options.drill.limits(ShadowLimits.window()));
        String closedBy = "error";
        try {
            closedBy = awaitEnd(window, length);
            window.close();
            state = "woven";
            stale.afterWindow(window.shadow());
        } finally {
            if (closedBy.equals("error")) {
                window.incomplete("the agent failed while the window was open");
                window.close();
            }
            end(window, closedBy);
        }
        if (window.shadow().emitted() > 0 || System.nanoTime() - lastRotation > ROTATION.toNanos()) {
            transport.rotate();
            lastRotation = System.nanoTime();
        }
    }

    /** Waits until the window is to be closed; answers why. */
    private String awaitEnd(Window window, Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0 && !isStopping(); left = end - System.nanoTime()) {
            options.drill.reach("open");
            pause(Duration.ofNanos(Math.min(left, POLL_MILLIS * 1_000_000L)));
            if (window.shadow().emitted() > EVENTS_PER_WINDOW) {
                return "events";
            }
        }
        return "time";
    }

    private void end(Window window, String closedBy) {
        if (!session.unseen().isEmpty()) {
            window.incomplete(session.unseen());
        }
        window.emitEnd(closedBy);
        String reason = window.incompleteReason();
        if (!reason.isEmpty()) {
            long count = incomplete + 1;
            incomplete = count;
            lastIncomplete = reason;
        }
    }

    private Duration rest(Duration length) {
        if (options.duty >= 1) {
            return Duration.ZERO;
        }
        return Duration.ofMillis(Math.max(100, Math.round(length.toMillis() * (1 / options.duty - 1))));
    }

    /** Pareto distributed: most windows are short, a few are long enough for late publication. */
    private Duration nextLength() {
        double uniform = 1 - ThreadLocalRandom.current().nextDouble();
        double millis = options.window.toMillis() / Math.pow(uniform, 1 / options.drill.tail(TAIL));
        return Duration.ofMillis(Math.min(Math.round(millis), LONGEST.toMillis()));
    }

    private boolean isStopping() {
        synchronized (signal) {
            return stopping;
        }
    }

    private void pause(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        synchronized (signal) {
            for (long left = duration.toNanos(); left > 0 && !stopping; left = end - System.nanoTime()) {
                signal.wait(left / 1_000_000L, (int) (left % 1_000_000L));
            }
        }
    }

    /** Waits until the first session is woven, or the time is up; answers whether it is. */
    public boolean awaitWoven(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        synchronized (signal) {
            while (state.equals("asleep") && System.nanoTime() - end < 0) {
                signal.wait(100);
            }
            return !state.equals("asleep");
        }
    }

    /** Ends the loop after the window that is open, if any. */
    public void stop() {
        synchronized (signal) {
            stopping = true;
            signal.notifyAll();
        }
    }

    /** asleep, woven, open or failed. */
    public String state() {
        return state;
    }

    /** Why the loop ended by itself; empty while it runs. */
    public String failure() {
        return failure;
    }

    /** Windows and incomplete windows so far, and why the last of those was incomplete. */
    public String windows() {
        return windows + " windows, " + incomplete + " incomplete"
                + (lastIncomplete.isEmpty() ? "" : " (the last: " + lastIncomplete + ")");
    }
}
