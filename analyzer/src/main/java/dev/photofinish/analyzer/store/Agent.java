package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.analysis.AnalysisListener.AgentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of one monitored JVM, as far as the analyzer knows it.
 *
 * @param firstSeen when its first chunk was received
 * @param lastSeen when its last chunk was received
 * @param nextSequence the chunk that is analysed next; 0 while none has been
 * @param waitingChunks chunks that are accepted but not analysed
 * @param status its last word about itself, absent for a JVM without an agent
 */
public record Agent(
        String instance,
        String service,
        Instant firstSeen,
        Instant lastSeen,
        long nextSequence,
        long waitingChunks,
        @Nullable AgentStatus status) {}
