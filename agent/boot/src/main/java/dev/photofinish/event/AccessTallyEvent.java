package dev.photofinish.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** How often a variable whose accesses were emitted was accessed under a set of locks. Written when the window ends; evidence only. */
@Name("photofinish.AccessTally")
@Label("Access Tally")
@Description("Accesses to one variable that the agent recorded in the window while a thread held these locks")
@Category("Photofinish")
@Enabled(false)
@StackTrace(false)
public final class AccessTallyEvent extends Event {
    @Label("Window")
    @Description("The window that recorded this")
    long window;

    @Label("Site")
    @Description("Id of a photofinish.Site that accesses the variable")
    int site;

    @Label("Object")
    @Description("Number of the object in this window; a static field has a number of its own")
    long object;

    @Label("Index")
    @Description("Array index; -1 for a field")
    int index;

    @Label("Lock Set")
    @Description("Id of the photofinish.LockSet held; 0 for none, -1 for those that were not told apart")
    int lockSet;

    @Label("Count")
    @Description("Recorded accesses: those of one thread between two synchronizations count once")
    int count;

    private AccessTallyEvent() {}

    /** Commits one event; parameters are the fields of the type, in their order. */
    public static void emit(long window, int site, long object, int index, int lockSet, int count) {
        AccessTallyEvent event = new AccessTallyEvent();
        event.window = window;
        event.site = site;
        event.object = object;
        event.index = index;
        event.lockSet = lockSet;
        event.count = count;
        event.commit();
    }
}
