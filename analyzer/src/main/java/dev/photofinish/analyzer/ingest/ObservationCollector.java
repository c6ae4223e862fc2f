package dev.photofinish.analyzer.ingest;

import dev.photofinish.analyzer.analysis.AnalysisListener;
import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.StackRole;
import dev.photofinish.analyzer.finding.WeightedStack;
import dev.photofinish.analyzer.lockorder.RememberedOrder;
import dev.photofinish.analyzer.store.Observations;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds what the analysis of an instance says until the chunk is done; used by the thread that feeds the analysis. */
final class ObservationCollector implements AnalysisListener {
    private final List<WindowResult> windows = new ArrayList<>();
    private final List<Contention> contention = new ArrayList<>();
    private final Map<String, Long> losses = new HashMap<>();
    private final List<ChunkSummary> chunks = new ArrayList<>();
    private final Map<StackRole, List<WeightedStack>> lockStacks = new EnumMap<>(StackRole.class);
    private final List<RememberedOrder> lockOrders = new ArrayList<>();
    private @Nullable AgentStatus status;

    @Override
    public void window(WindowResult result) {
        windows.add(result);
    }

    @Override
    public void contention(List<Contention> fromChunk) {
        contention.addAll(fromChunk);
    }

    @Override
    public void lockStacks(StackRole role, List<WeightedStack> stacks) {
        if (!stacks.isEmpty()) {
            lockStacks.computeIfAbsent(role, key -> new ArrayList<>()).addAll(stacks);
        }
    }

    @Override
    public void lockOrders(List<RememberedOrder> orders) {
        lockOrders.addAll(orders);
    }

    @Override
    public void agentStatus(AgentStatus agentStatus) {
        status = agentStatus;
    }

    @Override
    public void loss(String reason, long count) {
        losses.merge(reason, count, Math::max);
    }

    @Override
    public void chunk(ChunkSummary summary) {
        chunks.add(summary);
    }

    /** Everything since the last call. */
    Observations drain(String instance, String service, long atMillis) {
        Observations observations = new Observations(
                instance, service, atMillis, windows, contention, status, losses, chunks, lockStacks, lockOrders);
        windows.clear();
        contention.clear();
        losses.clear();
        chunks.clear();
        lockStacks.clear();
        lockOrders.clear();
        status = null;
        return observations;
    }
}
