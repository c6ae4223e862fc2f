package dev.photofinish.analyzer.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A suspected data race: two accesses to one field, one of them a write, that nothing orders.
 *
 * @param field declaring class and name, as {@code pkg.Class.field}
 * @param reasons why this grade, one sentence each
 * @param accesses two, in the order of their site names
 * @param count pairs seen unordered
 * @param fingerprint equal for the same field and the same unordered pair of methods, whatever the line numbers
 * @param guard null where the agent counted no accesses
 * @param nearestSynchronization null where nothing went from one of the two threads to the other
 */
public record Race(
        String field,
        Grade grade,
        List<String> reasons,
        List<AccessReport> accesses,
        long count,
        String fingerprint,
        @Nullable Guard guard,
        @Nullable NearestSynchronization nearestSynchronization) {
    public Race {
        reasons = List.copyOf(reasons);
        accesses = List.copyOf(accesses);
        if (accesses.size() != 2) {
            throw new IllegalArgumentException("a race has 2 accesses, found " + accesses.size() + " for " + field);
        }
    }
}
