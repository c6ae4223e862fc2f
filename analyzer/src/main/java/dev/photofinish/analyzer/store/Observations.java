package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.analysis.AnalysisListener.AgentStatus;
import dev.photofinish.analyzer.analysis.AnalysisListener.ChunkSummary;
import dev.photofinish.analyzer.analysis.AnalysisListener.WindowResult;
import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.StackRole;
import dev.photofinish.analyzer.finding.WeightedStack;
import dev.photofinish.analyzer.lockorder.RememberedOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the analysis of one chunk, or the end of a stream, gave.
 *
 * @param atMillis when the chunk was received, milliseconds since 1970
 * @param contention from the JDK's own events; that from handoffs is in the windows
 * @param status the last one of the chunk
 * @param losses totals since the agent started, by reason
 * @param lockStacks not stored: for profiles
 * @param lockOrders for the time after a restart of the analyzer
 */
public record Observations(
        String instance,
        String service,
        long atMillis,
        List<WindowResult> windows,
        List<Contention> contention,
        @Nullable AgentStatus status,
        Map<String, Long> losses,
        List<ChunkSummary> chunks,
        Map<StackRole, List<WeightedStack>> lockStacks,
        List<RememberedOrder> lockOrders) {
    public Observations {
        windows = List.copyOf(windows);
        contention = List.copyOf(contention);
        losses = Map.copyOf(losses);
        chunks = List.copyOf(chunks);
        lockStacks = Map.copyOf(lockStacks);
        lockOrders = List.copyOf(lockOrders);
    }

    /** Without stacks of threads that waited, and orders of locks. */
    public Observations(
            String instance,
            String service,
            long atMillis,
            List<WindowResult> windows,
            List<Contention> contention,
            @Nullable AgentStatus status,
            Map<String, Long> losses,
            List<ChunkSummary> chunks) {
        this(instance, service, atMillis, windows, contention, status, losses, chunks, Map.of(), List.of());
    }
}
