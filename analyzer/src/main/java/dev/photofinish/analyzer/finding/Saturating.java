package dev.photofinish.analyzer.finding;

/** Sums of counts and durations that come from outside: they stop at the largest number instead of becoming negative. */
public final class Saturating {
    private Saturating() {}

    /** The sum of two numbers from 0. */
    public static long add(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
