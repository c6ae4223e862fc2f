package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Estimate;
import dev.photofinish.analyzer.finding.SampledTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The contention at one place since it was first seen, summed over all instances of a service.
 *
 * @param sampled what part of the time of that service windows were open
 */
public record LockContention(
        String service, Contention contention, SampledTime sampled, Instant firstSeen, Instant lastSeen) {
    /** What its waits in windows come to in all; null for waits that are all counted. */
    public @Nullable Estimate estimate() {
        return Estimate.of(contention, sampled);
    }
}
