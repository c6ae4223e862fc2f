package dev.photofinish.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One thread of one window with its totals. An edge that is missing from 1..edges was lost, and the window is incomplete. */
@Name("photofinish.WindowThread")
@Label("Window Thread")
@Description("What a thread number means in a window, and how many edges it learned")
@Category("Photofinish")
@Enabled(false)
@StackTrace(false)
public final class WindowThreadEvent extends Event {
    @Label("Window")
    @Description("The window that recorded this")
    long window;

    @Label("Thread")
    @Description("Number of the thread in this window, from 1")
    int thread;

    @Label("Java Thread Id")
    long javaThreadId;

    @Label("Thread Name")
    String threadName = "";

    @Label("Thread Group")
    String group = "";

    @Label("Virtual")
    boolean virtual;

    @Label("Edges")
    @Description("Edges this thread learned: the last sequence")
    int edges;

    @Label("Accesses")
    @Description("Accesses this thread recorded")
    int accesses;

    @Label("Merged")
    @Description(
            "Whether something that was not seen may have ordered it with the other threads so marked: they count as one")
    boolean merged;

    private WindowThreadEvent() {}

    /** Commits one event; parameters are the fields of the type, in their order. */
    public static void emit(
            long window,
            int thread,
            long javaThreadId,
            String threadName,
            String group,
            boolean virtual,
            int edges,
            int accesses,
            boolean merged) {
        WindowThreadEvent event = new WindowThreadEvent();
        event.window = window;
        event.thread = thread;
        event.javaThreadId = javaThreadId;
        event.threadName = threadName;
        event.group = group;
        event.virtual = virtual;
        event.edges = edges;
        event.accesses = accesses;
        event.merged = merged;
        event.commit();
    }
}
