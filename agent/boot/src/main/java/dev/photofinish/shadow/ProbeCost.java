package dev.photofinish.shadow;

/**
 * What the open probes of a window have cost.
 *
 * @param entries probes that had something to do
 * @param timed how many of them were timed
 * @param timedNanos what those took together
 */
public record ProbeCost(long entries, long timed, long timedNanos) {}
