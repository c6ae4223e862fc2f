package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.finding.Grade;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are asked for; null means any.
 *
 * @param atMillis the moment that decides whether an acknowledgement still holds
 * @param offset findings to skip
 */
public record FindingQuery(
        @Nullable String service,
        @Nullable FindingState state,
        @Nullable Grade grade,
        long atMillis,
        int offset,
        int limit) {}
