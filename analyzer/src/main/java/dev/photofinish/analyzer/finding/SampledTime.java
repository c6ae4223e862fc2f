package dev.photofinish.analyzer.finding;

/**
 * What part of the time windows were open.
 *
 * @param windowNanos time in windows whose contention is counted, added up over the JVMs
 * @param recordedNanos time of which recordings have arrived, added up over the JVMs
 */
public record SampledTime(long windowNanos, long recordedNanos) {
    /** Nothing has been recorded. */
    public static final SampledTime NONE = new SampledTime(0, 0);

    public SampledTime {
        if (windowNanos < 0 || recordedNanos < 0) {
            throw new IllegalArgumentException(
                    "expected durations, found " + windowNanos + " ns of " + recordedNanos + " ns");
        }
    }

    /** Both together. */
    public SampledTime plus(SampledTime other) {
        return new SampledTime(
                Saturating.add(windowNanos, other.windowNanos), Saturating.add(recordedNanos, other.recordedNanos));
    }
}
