package dev.photofinish.analyzer.finding;

/**
 * A race that was found and is not reported, because somebody said so.
 *
 * @param reason who said so and why, in words
 * @param count pairs seen unordered
 * @param race as it would have been reported
 * @param inSource whether the code itself says so, by an annotation
 */
public record SuppressedRace(
        String field, String reason, long count, String fingerprint, Race race, boolean inSource) {}
