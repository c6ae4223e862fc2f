package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.finding.AccessReport;
import dev.photofinish.analyzer.finding.Grade;
import dev.photofinish.analyzer.finding.Guard;
import dev.photofinish.analyzer.finding.NearestSynchronization;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored finding with its history; the names of the components are the JSON keys.
 *
 * @param id equal for the same service, kind and fingerprint on every node
 * @param kind {@code race}
 * @param grade the highest that it has had
 * @param count pairs of accesses seen unordered
 * @param observations windows that showed it
 * @param windows complete windows of the service that were analysed since the one that showed it first, which is included
 * @param windowsSinceSeen complete windows of the service since the one that showed it last
 * @param instances JVMs that showed it
 * @param reasons why it has this grade
 * @param accesses the two sides as last seen
 * @param guard of the window that gave the reasons; null where its agent counted no accesses
 * @param nearestSynchronization of the same window; null where there was none
 */
public record Finding(
        String id,
        String service,
        String kind,
        String field,
        Grade grade,
        FindingState state,
        String fingerprint,
        long count,
        long observations,
        long windows,
        long windowsSinceSeen,
        long instances,
        Instant firstSeen,
        Instant lastSeen,
        List<String> reasons,
        List<AccessReport> accesses,
        @Nullable Guard guard,
        @Nullable NearestSynchronization nearestSynchronization,
        @Nullable Acknowledgement acknowledgement) {
    public Finding {
        reasons = List.copyOf(reasons);
        accesses = List.copyOf(accesses);
    }
}
