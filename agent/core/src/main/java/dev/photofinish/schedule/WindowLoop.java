package dev.photofinish.schedule;

import dev.photofinish.deadlock.DeadlockWatch;
import dev.photofinish.drill.Drill;
import dev.photofinish.govern.CostMeter;
import dev.photofinish.govern.Governor;
import dev.photofinish.govern.SleepSwitch;
import dev.photofinish.probe.Failures;
import dev.photofinish.shadow.ProbeCost;
import dev.photofinish.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sleeps, weaves for a session, opens windows in it and rests between them as the governor allows. The body of the agent's
 * scheduler thread.
 */
public final class WindowLoop implements Runnable {
    private static final Duration WARM_UP = Duration.ofMillis(50);

    /** Long enough for most threads to leave the code from before the weaving, which spoils a window each. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private static final Duration START_UP = Duration.ofSeconds(5);

    /** Which fields are accessed too often is found out early: when they are left out later, compiled code is lost again. */
    private static final Duration BEFORE_COUNTING = Duration.ofSeconds(3);

    private static final Duration COUNTING = Duration.ofMillis(200);
    private static final Duration SESSION = Duration.ofMinutes(10);
    private static final Duration SHORTEST_PREPARED = Duration.ofMillis(10);
    private static final Duration DRILLED_EMPTY = Duration.ofMillis(100);
    private static final long ROTATION_NANOS = 10_000_000_000L;

    /** What waits the JDK's own events tell of comes from an agent that sleeps as well, later. */
    private static final long ASLEEP_ROTATION_NANOS = 30_000_000_000L;

    private static final long SOONEST_ROTATION_NANOS = 1_000_000_000L;
    private static final long SWITCH_NANOS = 500_000_000L;
    private static final long ASLEEP_NANOS = 1_000_000_000L;
    private static final String STARTING = "starting";

    private final FieldWatch fields;
    private final WindowRun windows;
    private final Transport transport;
    private final LoopOptions options;
    private final CostMeter meter;
    private final Governor governor;
    private final SleepSwitch sleepSwitch;
    private final DeadlockWatch deadlocks;
    private final Object signal = new Object();
    private boolean stopping;
    // Written by the loop's thread only, read by whoever asks for the status.
    private volatile String state = STARTING;
    private volatile String sleeping = "";
    private volatile String failure = "";
    private long lastRotation;
    private long lastReading;

    /** A deadlock was found that has not been sent yet. */
    private boolean untold;

    /**
     * How the loop spends its time.
     *
     * @param window typical length of a window
     * @param budgetPercent what it may cost, in percent of the CPU time of the process
     * @param startUp whether the JVM is just starting: there is no compiled code that the first window would disturb
     * @param drill what a test asks for besides
     */
    public record LoopOptions(Duration window, double budgetPercent, boolean startUp, Drill drill) {}

    /** A loop that has not begun. */
    public WindowLoop(
            FieldWatch fields,
            WindowRun windows,
            Transport transport,
            CostMeter meter,
            SleepSwitch sleepSwitch,
            DeadlockWatch deadlocks,
            LoopOptions options) {
        this.fields = fields;
        this.windows = windows;
        this.transport = transport;
        this.options = options;
        this.meter = meter;
        this.governor = new Governor(meter, options.budgetPercent);
        this.sleepSwitch = sleepSwitch;
        this.deadlocks = deadlocks;
    }

    @Override
    public void run() {
        try {
            lastRotation = System.nanoTime();
            lastReading = lastRotation;
            boolean startUp = options.startUp;
            while (!isStopping()) {
                if (mustSleep()) {
                    asleep(reasonToSleep());
                    pause(ASLEEP_NANOS);
                } else {
                    runSession(startUp);
                    startUp = false;
                }
            }
        } catch (Throwable e) {
            // Nobody else would notice that this thread is gone: whatever it died of, the application gets its code
            // back.
            if (Failures.count() == 0) {
                Failures.record(e);
            }
            failed(e instanceof InterruptedException ? "the scheduler was interrupted" : e.toString());
        }
    }

    /** Sleeps for good, having told the analyzer why, if that can be done. */
    private void failed(String reason) {
        failure = reason;
        become("failed");
        try {
            fields.unweave();
            transport.rotate();
        } catch (Throwable e) {
            failure = reason + "; and the agent could not come to rest, detach tries again: " + e;
        }
    }

    private boolean mustSleep() {
        governor.budget(sleepSwitch.budget(options.budgetPercent));
        return !reasonToSleep().isEmpty();
    }

    /** Whether nothing has happened that ends windows and rests before their time. */
    private boolean mayGoOn() {
        return !isStopping() && reasonToSleep().isEmpty();
    }

    private String reasonToSleep() {
        String reason = sleepSwitch.reason();
        return reason.isEmpty() ? transport.problemOfRecording() : reason;
    }

    /** Gives the application its own code back. */
    private void asleep(String reason) throws IOException {
        sleeping = reason;
        boolean mayRecord = transport.problemOfRecording().isEmpty();
        if (!mayRecord) {
            transport.suspend();
        }
        if (!state.equals("asleep")) {
            fields.unweave();
            become("asleep");
            if (mayRecord) {
                transport.rotate();
            }
        }
        if (mayRecord) {
            transport.record();
        }
        read();
    }

    private void runSession(boolean startUp) throws InterruptedException, IOException {
        sleeping = "";
        transport.record();
        options.drill.reach("choose");
        fields.weave();
        fields.restoreProbes();
        governor.live();
        options.drill.reach("weave");
        become("woven");
        if (startUp) {
            window(START_UP, false);
        } else {
            window(fields.isSettling() ? SETTLING : WARM_UP, true);
        }
        if (options.drill.duty() < 0) {
            rest(BEFORE_COUNTING);
            if (mayGoOn()) {
                window(COUNTING, false);
                settle(startUp);
            }
        }
        long end = System.nanoTime() + options.drill.session(SESSION).toNanos();
        WindowLengths lengths = new WindowLengths(options.window, options.drill.decades(WindowLengths.DECADES));
        ProbeCost triggered = null;
        while (!isStopping()
                && !mustSleep()
                && (triggered != null || System.nanoTime() - end < 0 || isNothingToChange())) {
            Duration length = triggered == null ? lengths.next() : windows.lastOpen();
            ProbeCost cost = triggered == null ? window(length, false) : triggered;
            options.drill.reach("govern");
            if (mustEmpty()) {
                restEmpty();
                triggered = null;
            } else {
                triggered = restPrepared(length, cost.entries(), lengths.next());
            }
            if (Failures.count() > 0) {
                throw new IllegalStateException(
                        Failures.count() + " internal errors, the first: " + Failures.first(), Failures.first());
            }
        }
    }

    /**
     * Leaves out the hottest fields early; but where the probes are to be emptied anyway, only before they get their bodies back: each exchange
     * has the JIT begin anew. A start has been looked at by now.
     */
    private void settle(boolean startUp) throws InterruptedException, IOException {
        if (governor.closed() == Governor.Verdict.GO_ON) {
            fields.shed(false, true);
        } else if (startUp) {
            restEmpty();
        }
    }

    /** Whether the probes have had their bodies as long as can be paid. Leaves fields out instead where that is enough. */
    private boolean mustEmpty() {
        if (options.drill.emptyAfter() > 0) {
            return windows.count() % options.drill.emptyAfter() == 0;
        }
        if (options.drill.duty() >= 0) {
            return false;
        }
        Governor.Verdict verdict = governor.closed();
        if (verdict != Governor.Verdict.EMPTY && fields.shed(verdict == Governor.Verdict.WATCH_LESS, false)) {
            return false;
        }
        return governor.hasLived();
    }

    /** Rests with empty probes: until what they cost is paid. */
    private void restEmpty() throws InterruptedException, IOException {
        fields.emptyProbes();
        options.drill.reach("empty");
        Duration rest = governor.emptied();
        if (options.drill.emptyAfter() > 0) {
            rest(DRILLED_EMPTY);
        } else {
            rest(rest);
            rest(governor.emptiedLonger());
        }
        if (mayGoOn()) {
            fields.shed(false, true);
            fields.restoreProbes();
            governor.live();
            window(WARM_UP, true);
        }
    }

    private ProbeCost window(Duration length, boolean warmUp) throws InterruptedException, IOException {
        become("open");
        ProbeCost cost = windows.run(length, warmUp, windowAllowance(), this::pauseInWindow);
        become("woven");
        rotate();
        return cost;
    }

    private void rotate() throws IOException {
        long now = System.nanoTime();
        boolean news = windows.lastEmitted() > 0 && now - lastRotation > SOONEST_ROTATION_NANOS;
        if (news || now - lastRotation > ROTATION_NANOS) {
            options.drill.reach("rotate");
            rotateNow();
        }
    }

    private void rotateNow() throws IOException {
        transport.rotate();
        lastRotation = System.nanoTime();
    }

    private boolean isNothingToChange() {
        return fields.areAllWatched() && !fields.hasCooledDown();
    }

    /**
     * Rests after a window. When that is paid and half of the rest is over, the next window stands prepared, for an access to a
     * cold field to open it before its time: one in a rest.
     *
     * @param next how long that window is to be open
     * @return what it has cost; null where it did not open
     */
    private @Nullable ProbeCost restPrepared(Duration length, long entries, Duration next)
            throws InterruptedException, IOException {
        Duration rest = restAfter(length, entries);
        Duration paid = options.drill.duty() < 0 ? governor.paidAfter(length, entries) : Duration.ZERO;
        Duration half = rest.dividedBy(2);
        Duration unprepared = paid.compareTo(half) > 0 ? paid : half;
        Duration prepared = rest.minus(unprepared);
        if (prepared.compareTo(SHORTEST_PREPARED) < 0 || fields.cold().isEmpty()) {
            rest(rest);
            return null;
        }
        rest(unprepared);
        if (!mayGoOn()) {
            return null;
        }
        ProbeCost cost =
                windows.runTriggered(prepared, this::pausePrepared, next, windowAllowance(), this::pauseInWindow);
        if (cost != null) {
            rotate();
        }
        read();
        return cost;
    }

    /** How many probes the next window may meet. */
    private long windowAllowance() {
        return options.drill.duty() >= 0 ? Long.MAX_VALUE : governor.entriesAllowed();
    }

    private Duration restAfter(Duration length, long entries) {
        double duty = options.drill.duty();
        if (duty < 0) {
            return governor.restAfter(length, entries);
        }
        return Duration.ofNanos((long) (length.toNanos() * (1 / duty - 1)));
    }

    /** Reads the clocks, and looks for deadlocks: a new one is told at once. Sends what was recorded in a long rest. */
    private void read() throws IOException {
        look();
        long sinceRotation = System.nanoTime() - lastRotation;
        if (untold || sinceRotation > (sleeping.isEmpty() ? ROTATION_NANOS : ASLEEP_ROTATION_NANOS)) {
            untold = false;
            rotateNow();
        }
    }

    private void look() {
        meter.read();
        untold |= deadlocks.look();
    }

    /** Rests until the time is up or a switch is thrown; reads the clocks meanwhile. */
    private void rest(Duration duration) throws InterruptedException, IOException {
        long end = System.nanoTime() + duration.toNanos();
        long longest = sleeping.isEmpty() ? SWITCH_NANOS : ASLEEP_NANOS;
        while (end - System.nanoTime() > 0 && mayGoOn()) {
            pause(Math.min(end - System.nanoTime(), longest));
            read();
        }
    }

    /** Waits while a window stands prepared; answers whether it may go on to. */
    private boolean pausePrepared(long nanos) throws InterruptedException {
        pause(nanos);
        if (System.nanoTime() - lastReading > SWITCH_NANOS) {
            look();
            lastReading = System.nanoTime();
        }
        return mayGoOn() && !untold;
    }

    /** Waits in an open window; answers whether it may stay open. */
    private boolean pauseInWindow(long nanos) throws InterruptedException {
        options.drill.reach("open");
        pause(nanos);
        return mayGoOn();
    }

    private boolean isStopping() {
        synchronized (signal) {
            return stopping;
        }
    }

    private void pause(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        synchronized (signal) {
            for (long left = nanos; left > 0 && !stopping; left = end - System.nanoTime()) {
                signal.wait(left / 1_000_000L, (int) (left % 1_000_000L));
            }
        }
    }

    private void become(String newState) {
        synchronized (signal) {
            state = newState;
            signal.notifyAll();
        }
    }

    /** Waits until the first session is woven, or the time is up. */
    public void awaitFirstState(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        synchronized (signal) {
            while (state.equals(STARTING) && System.nanoTime() - end < 0) {
                signal.wait(100);
            }
        }
    }

    /** Ends the loop after the window that is open, if any. */
    public void stop() {
        synchronized (signal) {
            stopping = true;
            signal.notifyAll();
        }
    }

    /** starting, asleep, woven, open or failed. */
    public String state() {
        return state;
    }

    /** Why the agent sleeps; empty while it does not. */
    public String sleeping() {
        return sleeping;
    }

    /** The governor's last decision. */
    public String decision() {
        return governor.decision();
    }

    /** Why the loop ended by itself; empty while it runs. */
    public String failure() {
        return failure;
    }
}
