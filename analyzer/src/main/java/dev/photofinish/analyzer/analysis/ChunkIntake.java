package dev.photofinish.analyzer.analysis;

import dev.photofinish.analyzer.analysis.AnalysisListener.AgentStatus;
import dev.photofinish.analyzer.contention.ContentionTable;
import dev.photofinish.analyzer.decode.ChunkSink;
import dev.photofinish.analyzer.decode.StatusFields;
import dev.photofinish.analyzer.lockorder.Deadlocks;
import dev.photofinish.analyzer.trace.DeadlockedThread;
import dev.photofinish.analyzer.trace.LockWait;
import dev.photofinish.analyzer.trace.Site;
import dev.photofinish.analyzer.trace.ThreadPause;
import dev.photofinish.analyzer.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the events of one chunk where they belong: those of windows to the instance, the rest aside until the chunk ends. */
final class ChunkIntake implements ChunkSink {
    private final InstanceMemory memory;
    private final List<AgentStatus> statuses = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private final ContentionTable waits;
    private final Map<String, Long> waitThresholds = new TreeMap<>();
    private final Deadlocks deadlocks = new Deadlocks();
    private long dataLosses;

    ChunkIntake(InstanceMemory memory) {
        this.memory = memory;
        this.waits = new ContentionTable(memory.waited());
    }

    @Override
    public void trace(TraceEvent event) {
        memory.windows().add(event);
    }

    @Override
    public void site(Site site) {
        memory.sites().learn(site);
    }

    @Override
    public void lockWait(LockWait wait) {
        waits.add(wait);
    }

    @Override
    public void pause(ThreadPause pause) {
        memory.pauses().add(pause);
    }

    @Override
    public void waitThreshold(String eventType, long nanos) {
        waitThresholds.merge(eventType, nanos, Math::min);
    }

    /** Waits shorter than this, in nanoseconds by type of event, are not in the chunk. */
    Map<String, Long> waitThresholds() {
        return waitThresholds;
    }

    @Override
    public void agentStatus(StatusFields status) {
        statuses.add(new AgentStatus(
                status.instance(),
                status.service(),
                status.version(),
                status.mode(),
                status.state(),
                status.budgetPercent(),
                status.overheadRatio(),
                status.coverageRatio(),
                status.fieldsKnown(),
                status.fieldsArmed(),
                status.classesWoven(),
                status.classesNotWeavable(),
                status.chunksShipped(),
                status.chunksDropped(),
                status.errors(),
                status.deadlockedThreads()));
    }

    @Override
    public void deadlocked(DeadlockedThread thread) {
        deadlocks.add(thread);
    }

    @Override
    public void loss(String reason, long count) {
        losses.add(new Loss(reason, count));
    }

    @Override
    public void dataLoss(long bytes) {
        dataLosses++;
    }

    List<AgentStatus> statuses() {
        return statuses;
    }

    List<Loss> losses() {
        return losses;
    }

    Deadlocks deadlocks() {
        return deadlocks;
    }

    ContentionTable waits() {
        return waits;
    }

    /** Number of jdk.DataLoss events: each stands for a buffer that the JVM threw away. */
    long dataLosses() {
        return dataLosses;
    }

    /** Whether the agents of two runs speak in one chunk: their numbers of windows and sites cannot be told apart. */
    boolean mixed() {
        return statuses.stream().map(AgentStatus::instance).distinct().count() > 1;
    }

    /** A cumulative count of the agent. */
    record Loss(String reason, long count) {}
}
