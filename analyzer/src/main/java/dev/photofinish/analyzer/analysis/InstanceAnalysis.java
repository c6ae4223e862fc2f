package dev.photofinish.analyzer.analysis;

import dev.photofinish.analyzer.analysis.AnalysisListener.AgentStatus;
import dev.photofinish.analyzer.analysis.AnalysisListener.ChunkSummary;
import dev.photofinish.analyzer.decode.ChunkDecoder;
import dev.photofinish.analyzer.decode.UnusableInputException;
import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.StackRole;
import dev.photofinish.analyzer.lockorder.RememberedOrder;
import dev.photofinish.analyzer.suppress.Suppressions;
import dev.photofinish.analyzer.trace.SiteDictionary;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The analysis of one JVM instance, from its chunks to its findings. Fed by one thread at a time; the listener is called
 * on that thread, during {@link #accept} and {@link #finish}.
 */
public final class InstanceAnalysis {
    /** Events of open windows kept in memory, of some 100 bytes each: many times what the agent puts into one window. */
    private static final int MAX_EVENTS = 1_000_000;

    private static final String UNKNOWN_SERVICE = "unknown";

    private final AnalysisListener listener;
    private final int maxEvents;
    private final Suppressions suppressions;
    private String instance;
    private String service = UNKNOWN_SERVICE;
    private boolean introduced;
    private InstanceMemory memory;
    private @Nullable String damagedBefore;

    /**
     * Starts with nothing known about the instance.
     *
     * @param fallbackInstance names the instance while no chunk has carried a photofinish.AgentStatus event
     */
    public InstanceAnalysis(String fallbackInstance, AnalysisListener listener) {
        this(fallbackInstance, listener, MAX_EVENTS, Suppressions.NONE);
    }

    /** The same, with what is to be suppressed. */
    public InstanceAnalysis(String fallbackInstance, AnalysisListener listener, Suppressions suppressions) {
        this(fallbackInstance, listener, MAX_EVENTS, suppressions);
    }

    /**
     * Starts with nothing known about the instance, a bound of its own, and what is to be suppressed.
     *
     * @param maxEvents events of open windows kept in memory: a window without room for its events is incomplete
     */
    public InstanceAnalysis(
            String fallbackInstance, AnalysisListener listener, int maxEvents, Suppressions suppressions) {
        this.instance = fallbackInstance;
        this.listener = listener;
        this.maxEvents = maxEvents;
        this.suppressions = suppressions;
        this.memory = InstanceMemory.empty(maxEvents);
    }

    /** Judges a window that no recording holds: the only one of its instance. */
    public static void analyze(
            String instance,
            WindowTrace trace,
            SiteDictionary sites,
            AnalysisListener listener,
            Suppressions suppressions) {
        new WindowJudge(InstanceMemory.of(sites), instance, UNKNOWN_SERVICE, suppressions).judge(trace, listener);
    }

    /** Knows the lock orders again that an earlier process saw of this instance; before its first chunk. */
    public void remember(Collection<RememberedOrder> orders) {
        memory.lockOrders().remember(orders);
    }

    /**
     * Takes one whole JFR chunk, in the order in which the JVM wrote them. Position and limit of the buffer are kept.
     *
     * @throws UnusableInputException if the chunk is damaged; windows that it may have touched end incomplete, and the
     *     next chunk may follow
     */
    public void accept(ByteBuffer chunk) throws UnusableInputException {
        ChunkDecoder decoder;
        ChunkIntake intake;
        Map<String, Long> counts;
        try {
            decoder = new ChunkDecoder(chunk);
            recognise(decoder.instance());
            noteDamageBefore(decoder.startNanos());
            intake = new ChunkIntake(memory);
            counts = decoder.decode(intake);
        } catch (UnusableInputException e) {
            damagedBefore = "a chunk is damaged: " + e.getMessage();
            memory.windows().damage(damagedBefore, Long.MIN_VALUE);
            judge(memory.windows().takeEnded());
            throw e;
        }
        report(decoder, intake, counts);
    }

    /** Ends the stream: windows that never ended are reported incomplete. */
    public void finish() {
        judge(memory.windows().takeAll());
    }

    /** Starts anew where the chunk is of another run of the agent: its numbers of windows and sites mean other things. */
    private void recognise(@Nullable String named) {
        if (named == null) {
            return;
        }
        if (introduced && !named.equals(instance)) {
            finish();
            memory = InstanceMemory.empty(maxEvents);
            service = UNKNOWN_SERVICE;
        }
        introduced = true;
        instance = named;
    }

    /** A damaged chunk ended at the latest where the next one begins. */
    private void noteDamageBefore(long startNanos) {
        if (damagedBefore != null) {
            memory.windows().damage(damagedBefore, startNanos);
            damagedBefore = null;
        }
    }

    private void report(ChunkDecoder decoder, ChunkIntake intake, Map<String, Long> counts) {
        for (AgentStatus status : intake.statuses()) {
            service = status.service().isBlank() ? service : status.service();
            listener.agentStatus(status);
        }
        intake.losses().forEach(loss -> listener.loss(loss.reason(), loss.count()));
        if (intake.dataLosses() > 0) {
            memory.windows().damage("the JVM lost events (jdk.DataLoss)", decoder.endNanos());
        }
        if (intake.mixed()) {
            memory.windows().damage("two runs of the agent are in one chunk", decoder.endNanos());
        }
        judge(memory.windows().takeEnded());
        List<Contention> waits = intake.waits().rows();
        if (!waits.isEmpty()) {
            listener.contention(waits);
            listener.lockStacks(StackRole.WAITERS, intake.waits().stacks().stacks());
        }
        listener.chunk(new ChunkSummary(
                instance,
                decoder.startNanos(),
                decoder.endNanos(),
                counts,
                intake.dataLosses() + memory.windows().takeUnplaced(),
                intake.deadlocks().cycles(),
                intake.waitThresholds()));
    }

    private void judge(List<WindowTrace> traces) {
        WindowJudge judge = new WindowJudge(memory, instance, service, suppressions);
        traces.forEach(trace -> judge.judge(trace, listener));
    }
}
