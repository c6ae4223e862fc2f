package dev.photofinish.analyzer.finding;

import org.jspecify.annotations.Nullable;

/**
 * What the waits at one place come to in all the time of which there are recordings, by those in windows: their sums divided by the part
 * of the time that windows were open (the ratio estimator of a sample of times). Waits that cross the border of a window are in
 * neither, so that it is too low where waits are about as long as windows; and where a window ended early because much happened in it, as
 * busy times have the shorter windows. What an open window slows down makes it too high.
 *
 * @param samplingRatio part of the time in which windows were open, above 0, at most 1
 * @param waits rounded
 * @param waitNanos sum over all waiters, rounded
 */
public record Estimate(double samplingRatio, long waits, long waitNanos) {
    /** Null where all waits above a threshold are counted (source {@code jfr}), and where nothing is known of the time. */
    public static @Nullable Estimate of(Contention place, SampledTime time) {
        if (!place.inWindows() || time.windowNanos() == 0 || time.recordedNanos() == 0) {
            return null;
        }
        double ratio = Math.min(1, (double) time.windowNanos() / time.recordedNanos());
        return new Estimate(ratio, Math.round(place.waits() / ratio), Math.round(place.waitNanos() / ratio));
    }
}
