package dev.photofinish.govern;

import java.time.Duration;
import java.util.Locale;

/**
 * Holds the agent to its budget: tells how much a window may cost, how long to rest after it, and when probes cost too much
 * even while they are closed. Used by the scheduler's thread.
 *
 * <p>The budget is a share of the CPU time that the process uses. What stands (closed probes, the agent's threads) is paid
 * first; windows have the rest, by resting long enough after each. The exchange of code is paid by doing it rarely.
 */
public final class Governor {
    /** A window may cost as much as its budget brings in this time. */
    private static final double SAVED_NANOS = 10e9;

    private static final double LONGEST_REST_NANOS = 300e9;
    private static final double SHORTEST_REST_NANOS = 100e6;

    /** At the default budget of 1 % a window is open a tenth of the time, however little it costs: code runs slower in it. */
    private static final double DUTY_PER_PERCENT = 0.10;

    /** But a long window that cost little is not followed by minutes without one. */
    private static final double LONGEST_IDLE_NANOS = 10e9;

    /** The least share of the budget that windows get, whatever stands. */
    private static final double FOR_WINDOWS = 0.5;

    /** How long probes that cost too much have bodies at a time: to exchange them costs as much as some seconds of them. */
    private static final double LIVE_NANOS = 15e9;

    /** Which part of that time windows are open. */
    private static final double LIVE_DUTY = 0.5;

    private static final double SHORTEST_EMPTY_NANOS = 60e9;
    private static final double LONGEST_EMPTY_NANOS = 3600e9;

    private final CostMeter meter;
    private volatile double budget;
    private volatile String decision = "";

    /** When the probes may have bodies again, by {@link System#nanoTime}; 0 while they have. */
    private volatile long emptyUntilNanos;

    /** Since when the probes have bodies, and what had been spent when they were emptied the last time, or when they first had them. */
    private long liveSince;

    private double spentBefore;
    private double longestMore;
    private boolean tooMuch;

    /** What to do about probes that cost too much although they are closed. */
    public enum Verdict {
        GO_ON,
        WATCH_LESS,
        EMPTY
    }

    /** @param budgetPercent share of the CPU time of the process, 0 to 100 */
    public Governor(CostMeter meter, double budgetPercent) {
        this.meter = meter;
        this.budget = budgetPercent / 100;
    }

    /** Changes the budget, in percent. */
    public void budget(double percent) {
        budget = percent / 100;
    }

    /** What windows may cost in a nanosecond. */
    private double forWindows() {
        double all = budget * meter.use();
        return Math.max(all - meter.standing(), all * FOR_WINDOWS);
    }

    /** How many probes the next window may meet before it is closed. */
    public long entriesAllowed() {
        return Math.max(1_000, (long) (forWindows() * SAVED_NANOS / meter.openNanos()));
    }

    /** How long to rest after a window of that length that met so many probes. */
    public Duration restAfter(Duration length, long entries) {
        double cost = entries * meter.openNanos();
        // What is spent before the probes are emptied is paid while they are.
        double paid = tooMuch ? 0 : cost / forWindows() - length.toNanos();
        double duty = tooMuch ? LIVE_DUTY : Math.min(1, DUTY_PER_PERCENT * budget * 100);
        double idle = Math.min(length.toNanos() * (1 / duty - 1), LONGEST_IDLE_NANOS);
        double rest = Math.min(Math.max(Math.max(paid, idle), SHORTEST_REST_NANOS), LONGEST_REST_NANOS);
        decision = String.format(
                Locale.ROOT,
                "rests %.1f s after a window of %d ms with %d probes of %.0f ns",
                rest / 1e9,
                length.toMillis(),
                entries,
                meter.openNanos());
        return Duration.ofNanos((long) rest);
    }

    /** How long after a window that met so many probes what it cost is paid. */
    public Duration paidAfter(Duration length, long entries) {
        double paid = entries * meter.openNanos() / forWindows() - length.toNanos();
        return Duration.ofNanos((long) Math.min(Math.max(paid, SHORTEST_REST_NANOS), LONGEST_REST_NANOS));
    }

    /** Looks at what closed probes cost: accesses of fields can be left out, synchronization cannot. */
    public Verdict closed() {
        double all = budget * meter.use();
        double most = all * (1 - FOR_WINDOWS);
        double synchronization = meter.closedSyncNow();
        double accesses = meter.closedAccessesNow();
        tooMuch = synchronization + accesses > most;
        if (!tooMuch) {
            return Verdict.GO_ON;
        }
        return synchronization <= most && accesses > all ? Verdict.WATCH_LESS : Verdict.EMPTY;
    }

    /** Probes that cost too much have bodies from now on. */
    public void live() {
        liveSince = meter.runningNanos();
        emptyUntilNanos = 0;
        if (spentBefore == 0) {
            spentBefore = meter.sinceStart().total();
        }
    }

    /** Whether probes that cost too much have had their bodies long enough. */
    public boolean hasLived() {
        return tooMuch && meter.runningNanos() - liveSince > LIVE_NANOS;
    }

    /** The probes were emptied: how long they are to stay so until what they cost, and what their exchange cost before, is paid. */
    public Duration emptied() {
        double cost = spentNow();
        double lived = (double) meter.runningNanos() - liveSince;
        double nanos = Math.min(Math.max(timeFor(cost) - lived, SHORTEST_EMPTY_NANOS), LONGEST_EMPTY_NANOS);
        longestMore = LONGEST_EMPTY_NANOS - nanos;
        decision = String.format(
                Locale.ROOT,
                "probes are empty for %.0f s: %.1f s with them have cost %.1f s of CPU",
                nanos / 1e9,
                lived / 1e9,
                cost / 1e9);
        emptyUntilNanos = System.nanoTime() + (long) nanos;
        return Duration.ofNanos((long) nanos);
    }

    /** That time is over: how much longer, for what the exchange of code has cost since, which shows only when compilers have done their work. */
    public Duration emptiedLonger() {
        double cost = spentNow();
        double nanos = Math.min(timeFor(cost), longestMore);
        decision = String.format(
                Locale.ROOT,
                "probes are empty for %.0f s more: to empty them has cost %.1f s of CPU",
                nanos / 1e9,
                cost / 1e9);
        emptyUntilNanos = System.nanoTime() + (long) nanos;
        return Duration.ofNanos((long) nanos);
    }

    /** What was spent since it was asked for. */
    private double spentNow() {
        double before = spentBefore;
        spentBefore = meter.sinceStart().total();
        return spentBefore - before;
    }

    private double timeFor(double cost) {
        return cost / (budget * meter.use());
    }

    /** The last decision, for a person. */
    public String decision() {
        long until = emptyUntilNanos;
        long left = until == 0 ? 0 : Math.max(0, until - System.nanoTime());
        return left == 0 ? decision : String.format(Locale.ROOT, "%s; %.0f s are left", decision, left / 1e9);
    }
}
