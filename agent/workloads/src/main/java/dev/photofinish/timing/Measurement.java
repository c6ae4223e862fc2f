package dev.photofinish.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a workload measures of itself once its warm-up is over. Used by the thread that made it; the others ask whether
 * their rounds count.
 */
public final class Measurement {
    private static final String WARM_UP = "workload.warmup";

    private static final long SLICE_NANOS = 1_000_000_000L;
    private static final long POLL_NANOS = 10_000_000L;

    /** After so many seconds again, what each kind has done is noted. */
    private static final int COURSE_SECONDS = 10;

    /** Rounds with longer pauses are housekeeping: they keep their pace, and do not count. */
    private static final Duration HOUSEKEEPING = Duration.ofMillis(5);

    private final long warmNanos;
    private final long measuredNanos;
    private final List<RoundTimes> members = new CopyOnWriteArrayList<>();

    /** How many rounds ended in each second of the whole run. */
    private final List<Long> series = new ArrayList<>();

    /** What each kind had done after each ten seconds of the whole run. */
    private final List<String> course = new ArrayList<>();

    private long counted;
    private long nextNanos;
    private volatile boolean open;
    private volatile boolean over;
    private @Nullable Clocks before;
    private @Nullable Clocks after;
    private @Nullable AgentWords agentBefore;
    private @Nullable AgentWords agentAfter;
    private @Nullable Caller caller;
    private @Nullable Histogram called;

    /** Who times rounds from outside: the threads that make them do not see how long they waited to be made. */
    public interface Caller {
        /** The warm-up is over: times count from now on. */
        void begin();

        /** How long the rounds since then took, in nanoseconds. */
        Histogram end();
    }

    private Measurement(Duration warmUp, Duration time) {
        long now = System.nanoTime();
        this.nextNanos = now + SLICE_NANOS;
        this.warmNanos = now + warmUp.toNanos();
        this.measuredNanos = time.minus(warmUp).toNanos();
    }

    /**
     * A measurement that begins now; null unless the system property {@code workload.warmup} asks for one.
     *
     * @param time of the whole run, with the warm-up
     */
    public static @Nullable Measurement ofRun(Duration time) {
        Long seconds = Long.getLong(WARM_UP);
        if (seconds == null) {
            return null;
        }
        if (seconds < 0 || seconds >= time.toSeconds()) {
            throw new IllegalArgumentException(
                    "expected a " + WARM_UP + " shorter than the " + time.toSeconds() + " s, found " + seconds);
        }
        return new Measurement(Duration.ofSeconds(seconds), time);
    }

    /**
     * Where a thread that pauses that long between rounds notes their times; null if they do not count.
     *
     * @param kind what it does in a round, as a number from 0: rounds of different kinds are not of one size
     */
    public @Nullable RoundTimes member(int kind, Duration pause) {
        if (pause.compareTo(HOUSEKEEPING) >= 0) {
            return null;
        }
        RoundTimes times = new RoundTimes(this, kind);
        members.add(times);
        return times;
    }

    /** Has rounds counted and timed from outside. Before {@link #await}. */
    public void timedBy(Caller outside) {
        caller = outside;
    }

    /** Whether the measured time has begun, and has not ended. */
    boolean isOpen() {
        return open;
    }

    /** Whether the threads may end: later than they were told to where the machine let the measurement begin late. */
    public boolean isOver() {
        return over;
    }

    /** Reads the clocks when the warm-up is over, which it prints, and when the time is over; returns then. */
    public void await() {
        try {
            // Loads the classes that read them.
            Clocks.read();
            awaitNanos(warmNanos);
            agentBefore = AgentWords.ask();
            if (caller != null) {
                caller.begin();
            }
            before = Clocks.read();
            System.out.println("warm");
            open = true;
            awaitNanos(before.nanos() + measuredNanos);
            open = false;
            after = Clocks.read();
            called = caller == null ? null : caller.end();
            agentAfter = AgentWords.ask();
        } finally {
            over = true;
        }
    }

    /** Waits until each thread has ended one round more, so that it knows what it had used by the end of the measured time. */
    public void awaitOneMore(Duration longest) {
        Map<RoundTimes, Long> ended = members.stream().collect(Collectors.toMap(one -> one, RoundTimes::rounds));
        long deadline = System.nanoTime() + longest.toNanos();
        while (ended.entrySet().stream().anyMatch(one -> one.getKey().rounds() <= one.getValue())
                && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private void awaitNanos(long nanos) {
        for (long now = countDue(); now - nanos < 0; now = countDue()) {
            LockSupport.parkNanos(Math.min(nanos, nextNanos) - now);
        }
    }

    /** Counts the rounds of the seconds that are over; answers the time. */
    private long countDue() {
        long now = System.nanoTime();
        while (now - nextNanos >= 0) {
            count();
        }
        return now;
    }

    private void count() {
        long rounds = members.stream().mapToLong(RoundTimes::rounds).sum();
        series.add(rounds - counted);
        counted = rounds;
        nextNanos += SLICE_NANOS;
        if (series.size() % COURSE_SECONDS == 0) {
            course.add(kinds(RoundTimes::rounds, RoundTimes::cpuNanosSoFar));
        }
    }

    /** What was measured, as {@code measured key=value ...}; to be asked for when all threads have ended. */
    public String line() {
        if (before == null || after == null) {
            throw new IllegalStateException("expected the time to be over");
        }
        Histogram rounds = called == null ? RoundTimes.empty() : called;
        long first = Long.MAX_VALUE;
        for (RoundTimes member : members) {
            if (called == null) {
                member.addTo(rounds);
            }
            first = Math.min(first, member.firstRoundMillis());
        }
        String line = String.format(
                Locale.ROOT,
                "measured rounds=%d nanos=%d p50=%d p99=%d p999=%d cpu=%d allocated=%d firstRound=%d peak=%d others=%.4f"
                        + " perSecond=%s course=%s kinds=%s",
                rounds.getTotalCount(),
                after.nanos() - before.nanos(),
                rounds.getValueAtPercentile(50),
                rounds.getValueAtPercentile(99),
                rounds.getValueAtPercentile(99.9),
                after.cpuNanos() - before.cpuNanos(),
                after.allocatedBytes() - before.allocatedBytes(),
                first,
                Clocks.peakKibibytes(),
                after.othersSince(before),
                series.stream().map(String::valueOf).collect(Collectors.joining(",")),
                String.join(";", course),
                kinds(RoundTimes::ownRounds, RoundTimes::ownCpuNanos));
        return agentAfter == null ? line : line + agent(agentBefore, agentAfter);
    }

    /** Each kind with the sums over its threads: rounds and the CPU time of these threads, as {@code kind:rounds:nanos,...}. */
    private String kinds(ToLongFunction<RoundTimes> rounds, ToLongFunction<RoundTimes> cpuNanos) {
        Map<Integer, List<RoundTimes>> kinds =
                members.stream().collect(Collectors.groupingBy(RoundTimes::kind, TreeMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(kind -> kind.getKey()
                        + ":"
                        + kind.getValue().stream().mapToLong(rounds).sum()
                        + ":"
                        + kind.getValue().stream().mapToLong(cpuNanos).sum())
                .collect(Collectors.joining(","));
    }

    /** @param before null where the agent came later */
    private static String agent(@Nullable AgentWords before, AgentWords after) {
        return String.format(
                Locale.ROOT,
                " state=%s woven=%d agentPercent=%.2f agentMillis=%d agentSeconds=%.1f",
                after.state(),
                after.woven(),
                after.percent(),
                after.millis() - (before == null ? 0 : before.millis()),
                after.spentSeconds());
    }
}
