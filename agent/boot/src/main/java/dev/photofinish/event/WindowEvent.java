package dev.photofinish.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One window, committed when it has closed, after every other event of it. */
@Name("photofinish.Window")
@Label("Window")
@Description("The end of a window: what it watched and whether it is complete")
@Category("Photofinish")
@Enabled(false)
@StackTrace(false)
public final class WindowEvent extends Event {
    @Label("Window")
    @Description("Number of the window, from 1 since the agent started")
    long window;

    @Label("Opened")
    @Description("When the window opened, in nanoseconds since 1970")
    long openedNanos;

    @Label("Closed")
    @Description("When the window closed, in nanoseconds since 1970")
    long closedNanos;

    @Label("Closed By")
    @Description("time, events, memory, detach, exit or error")
    String closedBy = "";

    @Label("Warm-up")
    @Description("Data of a warm-up window proves nothing about cost and is not analysed")
    boolean warmUp;

    @Label("Fields Armed")
    int fieldsArmed;

    @Label("Complete")
    @Description("Every synchronization of the window was recorded")
    boolean complete;

    @Label("Incomplete Reason")
    @Description("Empty where complete")
    String incompleteReason = "";

    @Label("Threads")
    @Description("Number of photofinish.WindowThread events of this window")
    int threads;

    @Label("Edges")
    @Description("Sum over its threads")
    long edges;

    @Label("Accesses")
    @Description("FieldAccess events emitted")
    long accesses;

    @Label("Accesses Recorded")
    @Description("Accesses that entered the shadow state")
    long accessesRecorded;

    @Label("Accesses Dropped")
    @Description("Accesses that did not, for lack of room or by contention: sampled away, not unsound")
    long accessesDropped;

    private WindowEvent() {}

    /** Commits one event; parameters are the fields of the type, in their order. */
    public static void emit(
            long window,
            long openedNanos,
            long closedNanos,
            String closedBy,
            boolean warmUp,
            int fieldsArmed,
            boolean complete,
            String incompleteReason,
            int threads,
            long edges,
            long accesses,
            long accessesRecorded,
            long accessesDropped) {
        WindowEvent event = new WindowEvent();
        event.window = window;
        event.openedNanos = openedNanos;
        event.closedNanos = closedNanos;
        event.closedBy = closedBy;
        event.warmUp = warmUp;
        event.fieldsArmed = fieldsArmed;
        event.complete = complete;
        event.incompleteReason = incompleteReason;
        event.threads = threads;
        event.edges = edges;
        event.accesses = accesses;
        event.accessesRecorded = accessesRecorded;
        event.accessesDropped = accessesDropped;
        event.commit();
    }
}
