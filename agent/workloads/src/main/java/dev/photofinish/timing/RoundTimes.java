package dev.photofinish.timing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** How long the rounds of one thread took that ended in the measured time. Written by that thread, read once it has ended. */
public final class RoundTimes {
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Histogram nanos = new Histogram(LONGEST_NANOS, DIGITS);
    private final Measurement measurement;
    private final int kind;
    private final AtomicLong rounds = new AtomicLong();
    private long firstRoundMillis = Long.MAX_VALUE;

    /** This thread's CPU time, and its rounds, when it found the measured time begun and ended; -1 before that. */
    private long cpuBefore = -1;

    private long roundsBefore;
    private long cpuAfter = -1;

    /** 0 until the thread has ended a round. */
    private volatile long thread;

    private long lastCpuNanos;
    private long roundsAfter;

    RoundTimes(Measurement measurement, int kind) {
        this.measurement = measurement;
        this.kind = kind;
    }

    static Histogram empty() {
        return new Histogram(LONGEST_NANOS, DIGITS);
    }

    /** A round that began then, by {@link System#nanoTime}, has just ended. */
    public void ended(long startedNanos) {
        long now = System.nanoTime();
        if (firstRoundMillis == Long.MAX_VALUE) {
            firstRoundMillis = System.currentTimeMillis();
            thread = Thread.currentThread().getId();
        }
        rounds.setOpaque(rounds.getPlain() + 1);
        if (measurement.isOpen()) {
            if (cpuBefore < 0) {
                cpuBefore = THREADS.getCurrentThreadCpuTime();
                roundsBefore = rounds();
            }
            nanos.recordValue(Math.min(now - startedNanos, LONGEST_NANOS));
        } else if (cpuBefore >= 0 && cpuAfter < 0) {
            cpuAfter = THREADS.getCurrentThreadCpuTime();
            roundsAfter = rounds();
        }
    }

    /** Which of the workload's kinds of rounds the thread makes, from 0. */
    int kind() {
        return kind;
    }

    /** The rounds of which {@link #ownCpuNanos} is the CPU time; 0 for a thread that ended none after the measured time. */
    long ownRounds() {
        return cpuAfter < 0 ? 0 : roundsAfter - roundsBefore;
    }

    /** What this thread alone has used for them: not the collector, the compilers, or threads that it waits for. */
    long ownCpuNanos() {
        return cpuAfter < 0 ? 0 : cpuAfter - cpuBefore;
    }

    /** The CPU time of the thread since it was started, asked by the thread that measures; 0 before its first round. */
    long cpuNanosSoFar() {
        long id = thread;
        if (id != 0) {
            lastCpuNanos = Math.max(lastCpuNanos, THREADS.getThreadCpuTime(id));
        }
        return lastCpuNanos;
    }

    /** How many rounds have ended so far, asked by any thread. */
    long rounds() {
        return rounds.getOpaque();
    }

    void addTo(Histogram sum) {
        sum.add(nanos);
    }

    /** When the first round of all ended, by the wall clock. */
    long firstRoundMillis() {
        return firstRoundMillis;
    }
}
