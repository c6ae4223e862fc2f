package dev.photofinish.analyzer.analysis;

import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.LockCycle;
import dev.photofinish.analyzer.finding.Race;
import dev.photofinish.analyzer.finding.SampledTime;
import dev.photofinish.analyzer.finding.StackRole;
import dev.photofinish.analyzer.finding.SuppressedRace;
import dev.photofinish.analyzer.finding.WeightedStack;
import dev.photofinish.analyzer.lockorder.RememberedOrder;
import dev.photofinish.analyzer.trace.SiteDictionary;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Receives what the analysis of one instance finds, in stream order, on the thread that feeds it. */
public interface AnalysisListener {
    /** A window has been judged. */
    void window(WindowResult result);

    /**
     * A window is complete, its order consistent, and no threads of it count as one; told before {@link #window}. The trace may
     * be read during the call.
     */
    default void complete(WindowTrace trace, SiteDictionary sites) {}

    /** Waits from the JDK's own events of one chunk, aggregated by lock class, site and kind. */
    void contention(List<Contention> fromChunk);

    /** Time by stack of threads that waited for locks, or held those that others waited for: of one chunk or window. */
    default void lockStacks(StackRole role, List<WeightedStack> stacks) {}

    /** Locks that were taken under others in one window, to be remembered for windows that another process looks at. */
    default void lockOrders(List<RememberedOrder> orders) {}

    /** The agent's word about itself; at least twice per chunk of a JVM with an agent. */
    void agentStatus(AgentStatus status);

    /** Something was lost at the agent: cumulative counts by reason. */
    void loss(String reason, long count);

    /** Totals of one decoded chunk: events by type name, and events that could not be decoded. */
    void chunk(ChunkSummary summary);

    /**
     * The judgement of one window.
     *
     * @param window number of the window in its instance
     * @param outcome {@code complete}, {@code incomplete} or {@code warmup}
     * @param reason why incomplete; empty otherwise
     * @param merged how many threads count as one, as something that was not seen may have ordered them
     * @param races empty unless complete
     * @param suppressed races that are not among the others because somebody said so
     * @param contention from handoffs
     * @param lockCycles locks taken in different orders, of which one was taken in this window; empty unless complete
     */
    record WindowResult(
            String instance,
            String service,
            long window,
            String outcome,
            String reason,
            long openedNanos,
            long closedNanos,
            long events,
            long lost,
            int merged,
            List<Race> races,
            List<SuppressedRace> suppressed,
            List<Contention> contention,
            List<LockCycle> lockCycles) {
        public WindowResult {
            races = List.copyOf(races);
            suppressed = List.copyOf(suppressed);
            contention = List.copyOf(contention);
            lockCycles = List.copyOf(lockCycles);
        }

        /** How long the window was open; nothing where its contention does not count. */
        public SampledTime sampled() {
            return new SampledTime(outcome.equals("warmup") ? 0 : Math.max(0, closedNanos - openedNanos), 0);
        }
    }

    /** The fields of a {@code photofinish.AgentStatus} event. */
    record AgentStatus(
            String instance,
            String service,
            String version,
            String mode,
            String state,
            double budgetPercent,
            double overheadRatio,
            double coverageRatio,
            int fieldsKnown,
            int fieldsArmed,
            int classesWoven,
            int classesNotWeavable,
            long chunksShipped,
            long chunksDropped,
            long errors,
            int deadlockedThreads) {
        private static final Set<String> LAST_STATES = Set.of("detached", "ended");

        /** Whether these are its last words: it was taken off by command, or its JVM ends. */
        public boolean ended() {
            return LAST_STATES.contains(state);
        }
    }

    /**
     * What one chunk held.
     *
     * @param startNanos when the chunk began, nanoseconds since 1970
     * @param endNanos when it ended
     * @param eventsByType type name to number; unknown types are counted under {@code other}
     * @param deadlocks threads that the JVM itself found waiting for each other
     * @param waitThresholds by type of the JDK's events of waits, as far as they were recorded: waits shorter than so many
     *     nanoseconds are not in the chunk
     */
    record ChunkSummary(
            String instance,
            long startNanos,
            long endNanos,
            Map<String, Long> eventsByType,
            long lost,
            List<LockCycle> deadlocks,
            Map<String, Long> waitThresholds) {
        public ChunkSummary {
            eventsByType = Map.copyOf(eventsByType);
            deadlocks = List.copyOf(deadlocks);
            waitThresholds = Map.copyOf(waitThresholds);
        }

        /** How long the chunk is; its windows tell of themselves. */
        public SampledTime sampled() {
            return new SampledTime(0, Math.max(0, endNanos - startNanos));
        }
    }
}
