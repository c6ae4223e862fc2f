package dev.photofinish.analyzer.finding;

/**
 * The synchronization that came nearest to ordering two accesses.
 *
 * @param releasedBy the thread that released
 * @param releasedAt where; empty where that is not a place in the code
 * @param acquiredBy the thread that acquired
 * @param acquiredAt where; empty where that is not a place in the code
 * @param miss {@code released too early} or {@code acquired too late}: why it does not order the two
 */
public record NearestSynchronization(
        String releasedBy, String releasedAt, String acquiredBy, String acquiredAt, String miss) {}
