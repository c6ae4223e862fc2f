package dev.photofinish.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Where a task was submitted, or a thread started. Joined by an {@link AccessStackEvent} by thread and epoch. Evidence only. */
@Name("photofinish.TaskSubmission")
@Label("Task Submission")
@Description("The stack of a thread that submits a task or starts a thread, once some field is under suspicion")
@Category("Photofinish")
@Enabled(false)
@StackTrace(true)
public final class TaskSubmissionEvent extends Event {
    @Label("Window")
    @Description("The window that recorded this")
    long window;

    @Label("Thread")
    @Description("The submitting thread: number of a photofinish.WindowThread of the same window")
    int thread;

    @Label("Epoch")
    @Description("The submitting thread's epoch at the release that publishes the task")
    int epoch;

    private TaskSubmissionEvent() {}

    /** Commits one event; parameters are the fields of the type, in their order. */
    public static void emit(long window, int thread, int epoch) {
        TaskSubmissionEvent event = new TaskSubmissionEvent();
        event.window = window;
        event.thread = thread;
        event.epoch = epoch;
        event.commit();
    }
}
