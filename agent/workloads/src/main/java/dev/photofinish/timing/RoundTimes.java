package dev.photofinish.timing;

import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** How long the rounds of one thread took that ended in the measured time. Written by that thread, read once it has ended. */
public final class RoundTimes {
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;

    private final Histogram nanos = new Histogram(LONGEST_NANOS, DIGITS);
    private final Measurement measurement;
    private final AtomicLong rounds = new AtomicLong();
    private long firstRoundMillis = Long.MAX_VALUE;

    RoundTimes(Measurement measurement) {
        this.measurement = measurement;
    }

    static Histogram empty() {
        return new Histogram(LONGEST_NANOS, DIGITS);
    }

    /** A round that began then, by {@link System#nanoTime}, has just ended. */
    public void ended(long startedNanos) {
        long now = System.nanoTime();
        if (firstRoundMillis == Long.MAX_VALUE) {
            firstRoundMillis = System.currentTimeMillis();
        }
        rounds.setOpaque(rounds.getPlain() + 1);
        if (measurement.isOpen()) {
            nanos.recordValue(Math.min(now - startedNanos, LONGEST_NANOS));
        }
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
