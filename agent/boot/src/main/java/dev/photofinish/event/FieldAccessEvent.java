package dev.photofinish.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One recorded access to a shared variable. Emitted for both sides of a pair, so also by a thread other than the accessing one. */
@Name("photofinish.FieldAccess")
@Label("Field Access")
@Description("An access to a field that more than one thread touches, one of them writing")
@Category("Photofinish")
@Enabled(false)
@StackTrace(false)
public final class FieldAccessEvent extends Event {
    @Label("Window")
    @Description("The window that recorded this")
    long window;

    @Label("Thread")
    @Description("Accessing thread: number of a photofinish.WindowThread of the same window")
    int thread;

    @Label("Epoch")
    @Description("The accessing thread's epoch: advances after each release and at each acquire")
    int epoch;

    @Label("Sequence")
    @Description("Position among the accesses this thread recorded in this window; not consecutive among the events")
    int sequence;

    @Label("Site")
    @Description("Id of a photofinish.Site")
    int site;

    @Label("Object")
    @Description("Number of the object in this window; a static field has a number of its own")
    long object;

    @Label("Index")
    @Description("Array index; -1 for a field, -2 for the contents of an object of the JDK as a whole")
    int index;

    @Label("Kind")
    @Description("0 read, 1 write; by handle in a synchronizing mode 2 read, 3 write, 4 both")
    int kind;

    @Label("Lock Set")
    @Description("Id of the photofinish.LockSet held; 0 for none")
    int lockSet;

    private FieldAccessEvent() {}

    /** Commits one event; parameters are the fields of the type, in their order. */
    public static void emit(
            long window, int thread, int epoch, int sequence, int site, long object, int index, int kind, int lockSet) {
        FieldAccessEvent event = new FieldAccessEvent();
        event.window = window;
        event.thread = thread;
        event.epoch = epoch;
        event.sequence = sequence;
        event.site = site;
        event.object = object;
        event.index = index;
        event.kind = kind;
        event.lockSet = lockSet;
        event.commit();
    }
}
