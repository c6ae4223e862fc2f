package dev.photofinish.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The stack trace of one access: joins a {@link FieldAccessEvent} by window, thread and sequence. Emitted when the access is recorded, whether or not the access itself is emitted later. */
@Name("photofinish.AccessStack")
@Label("Access Stack")
@Description("The stack of one recorded access, taken by the accessing thread itself")
@Category("Photofinish")
@Enabled(false)
@StackTrace(true)
public final class AccessStackEvent extends Event {
    @Label("Window")
    @Description("The window that recorded this")
    long window;

    @Label("Thread")
    @Description("Accessing thread: number of a photofinish.WindowThread of the same window")
    int thread;

    @Label("Sequence")
    @Description("Position among the accesses this thread recorded in this window")
    int sequence;

    @Label("Site")
    @Description("Id of a photofinish.Site")
    int site;

    @Label("Task From")
    @Description("The thread that submitted the task that was running; 0 where that is not known")
    int taskFrom;

    @Label("Task From Epoch")
    @Description("The submitting thread's epoch: joins a photofinish.TaskSubmission")
    int taskFromEpoch;

    private AccessStackEvent() {}

    /** Commits one event of a thread that runs no known task. */
    public static void emit(long window, int thread, int sequence, int site) {
        emit(window, thread, sequence, site, 0, 0);
    }

    /** Commits one event; parameters are the fields of the type, in their order. */
    public static void emit(long window, int thread, int sequence, int site, int taskFrom, int taskFromEpoch) {
        AccessStackEvent event = new AccessStackEvent();
        event.window = window;
        event.thread = thread;
        event.sequence = sequence;
        event.site = site;
        event.taskFrom = taskFrom;
        event.taskFromEpoch = taskFromEpoch;
        event.commit();
    }
}
