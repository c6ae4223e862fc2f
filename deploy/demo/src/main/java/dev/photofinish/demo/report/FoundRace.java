package dev.photofinish.demo.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A race as the analyzer's API tells it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record FoundRace(String id, String field, String grade, long count, List<Access> accesses) {
    /** One side. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Access(
            String kind,
            String className,
            String method,
            int line,
            String thread,
            List<Lock> locks,
            boolean locksUnknown,
            List<Frame> stack) {
        Access {
            locks = List.copyOf(locks);
            stack = List.copyOf(stack);
        }
    }

    /** A lock held during an access. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Lock(String lockClass, @Nullable String acquiredAt) {}

    /** One frame of a stack. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Frame(String className, String method, int line) {}
}
