package dev.photofinish.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One thread of a deadlock: a deadlock of n threads is n events with the same number, each waiting for the next. */
@Name("photofinish.Deadlock")
@Label("Deadlock")
@Description("A thread that waits for ever, for a lock of a thread that waits in turn")
@Category("Photofinish")
@Enabled(false)
@StackTrace(false)
public final class DeadlockEvent extends Event {
    @Label("Deadlock")
    @Description("Number of the deadlock in this run of the agent, from 1")
    int deadlock;

    @Label("Position")
    @Description(
            "0 for the first thread; it waits for the lock that the next one holds, the last for that of the first")
    int position;

    @Label("Size")
    @Description("Number of threads")
    int size;

    @Label("Thread")
    String threadName = "";

    @Label("Held Lock Class")
    @Description("Class of the lock that the thread before waits for")
    String heldClass = "";

    @Label("Held Lock Identity")
    @Description("Its identity hash")
    int heldIdentity;

    @Label("Held Lock Frame")
    @Description("Where it was taken, as a line of the stack; empty where the JVM does not know it")
    String heldAt = "";

    @Label("Wanted Lock Class")
    @Description("Class of the lock that the thread waits for")
    String wantedClass = "";

    @Label("Wanted Lock Identity")
    @Description("Its identity hash")
    int wantedIdentity;

    @Label("Stack")
    @Description(
            "The waiting thread's, innermost frame first: a line of class, method and line number each, separated by blanks")
    String stack = "";

    private DeadlockEvent() {}

    /** Commits one event; parameters are the fields of the type, in their order. */
    public static void emit(
            int deadlock,
            int position,
            int size,
            String threadName,
            String heldClass,
            int heldIdentity,
            String heldAt,
            String wantedClass,
            int wantedIdentity,
            String stack) {
        DeadlockEvent event = new DeadlockEvent();
        event.deadlock = deadlock;
        event.position = position;
        event.size = size;
        event.threadName = threadName;
        event.heldClass = heldClass;
        event.heldIdentity = heldIdentity;
        event.heldAt = heldAt;
        event.wantedClass = wantedClass;
        event.wantedIdentity = wantedIdentity;
        event.stack = stack;
        event.commit();
    }
}
