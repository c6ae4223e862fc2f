package dev.photofinish.demo.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waits for a lock at one place, as the analyzer's API tells it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record FoundContention(
        String lockClass,
        String site,
        String kind,
        String source,
        long waits,
        long waitNanos,
        long maxWaitNanos,
        List<Holder> holders) {
    FoundContention {
        holders = List.copyOf(holders);
    }

    /** Who held it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Holder(@Nullable String site, String thread, long count) {}
}
