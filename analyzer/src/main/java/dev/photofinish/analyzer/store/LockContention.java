package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Estimate;
import dev.photofinish.analyzer.finding.SampledTime;
import dev.photofinish.analyzer.finding.WaitThresholds;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The contention at one place since it was first seen, summed over all instances of a service.
 *
 * @param sampled what part of the time of that service windows were open
 * @param thresholds which waits of that service make events of the JDK
 */
public record LockContention(
        String service,
        Contention contention,
        SampledTime sampled,
        WaitThresholds thresholds,
        Instant firstSeen,
        Instant lastSeen) {
    /** What its waits in windows come to in all; null for waits that are all counted. */
    public @Nullable Estimate estimate() {
        return Estimate.of(contention, sampled);
    }

    /** Waits shorter than so many nanoseconds are not all counted; null where that is not known, and in windows. */
    public @Nullable Long thresholdNanos() {
        return thresholds.of(contention);
    }
}
