package dev.photofinish.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** The agent about itself: identity, state and costs. */
@Name("photofinish.AgentStatus")
@Label("Agent Status")
@Description("Who the agent is, what it does and what it costs; in every chunk")
@Category("Photofinish")
@Enabled(false)
@StackTrace(false)
public final class AgentStatusEvent extends Event {
    @Label("Instance")
    @Description("Random identity of this run of the agent")
    String instance = "";

    @Label("Service")
    String service = "";

    @Label("Version")
    String version = "";

    @Label("Mode")
    @Description("window or full")
    String mode = "";

    @Label("State")
    @Description("asleep, woven, open or failed")
    String state = "";

    @Label("Budget")
    @Description("Percent of CPU")
    float budgetPercent;

    @Percentage
    @Label("Overhead")
    @Description("Estimated share of the CPU that the agent used since the last status")
    float overheadRatio;

    @Percentage
    @Label("Coverage")
    @Description("Estimated share of fields looked at")
    float coverageRatio;

    @Label("Fields Known")
    @Description("Fields that could be watched")
    int fieldsKnown;

    @Label("Fields Armed")
    @Description("Fields that are woven now")
    int fieldsArmed;

    @Label("Classes Woven")
    int classesWoven;

    @Label("Classes Not Weavable")
    int classesNotWeavable;

    @Label("Probe Entries")
    @Description("Slow-path entries since the agent started")
    long probeEntries;

    @Timespan(Timespan.NANOSECONDS)
    @Label("Agent CPU")
    @Description("CPU time of the agent's own threads since it started")
    long agentCpuNanos;

    @Timespan(Timespan.NANOSECONDS)
    @Label("Weaving")
    @Description("Time in retransformation since the agent started")
    long weaveNanos;

    @Label("Chunks Shipped")
    long chunksShipped;

    @Label("Chunks Dropped")
    long chunksDropped;

    @Label("Errors")
    @Description("Internal errors since the agent started")
    long errors;

    @Label("Deadlocked Threads")
    @Description("Threads that wait for each other, for ever")
    int deadlockedThreads;

    @Timespan(Timespan.NANOSECONDS)
    @Label("Monitor Threshold")
    @Description("Waits for monitors shorter than this make no event of the JDK")
    long monitorThresholdNanos;

    @Timespan(Timespan.NANOSECONDS)
    @Label("Park Threshold")
    @Description("Parks shorter than this make no event of the JDK")
    long parkThresholdNanos;

    private AgentStatusEvent() {}

    /** Commits one event; parameters are the fields of the type, in their order. */
    public static void emit(
            String instance,
            String service,
            String version,
            String mode,
            String state,
            float budgetPercent,
            float overheadRatio,
            float coverageRatio,
            int fieldsKnown,
            int fieldsArmed,
            int classesWoven,
            int classesNotWeavable,
            long probeEntries,
            long agentCpuNanos,
            long weaveNanos,
            long chunksShipped,
            long chunksDropped,
            long errors,
            int deadlockedThreads,
            long monitorThresholdNanos,
            long parkThresholdNanos) {
        AgentStatusEvent event = new AgentStatusEvent();
        event.instance = instance;
        event.service = service;
        event.version = version;
        event.mode = mode;
        event.state = state;
        event.budgetPercent = budgetPercent;
        event.overheadRatio = overheadRatio;
        event.coverageRatio = coverageRatio;
        event.fieldsKnown = fieldsKnown;
        event.fieldsArmed = fieldsArmed;
        event.classesWoven = classesWoven;
        event.classesNotWeavable = classesNotWeavable;
        event.probeEntries = probeEntries;
        event.agentCpuNanos = agentCpuNanos;
        event.weaveNanos = weaveNanos;
        event.chunksShipped = chunksShipped;
        event.chunksDropped = chunksDropped;
        event.errors = errors;
        event.deadlockedThreads = deadlockedThreads;
        event.monitorThresholdNanos = monitorThresholdNanos;
        event.parkThresholdNanos = parkThresholdNanos;
        event.commit();
    }
}
