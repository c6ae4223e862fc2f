package dev.photofinish.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A happens-before edge by volatile, thread start or join, future, queue and the like. Shares its sequence with {@link LockHandoffEvent}. */
@Name("photofinish.SyncEdge")
@Label("Synchronization Edge")
@Description("A thread learned from another by a synchronization that is no lock")
@Category("Photofinish")
@Enabled(false)
@StackTrace(false)
public final class SyncEdgeEvent extends Event {
    @Label("Window")
    @Description("The window that recorded this")
    long window;

    @Label("Sequence")
    @Description("Consecutive number, from 1, of the edges that the acquiring thread learned in this window")
    int sequence;

    @Label("Rule")
    @Description("Kind of synchronization: an id of the rule table; the kind of the photofinish.Site says it in words")
    int rule;

    @Label("Object")
    @Description("Number of the synchronization object in this window")
    long object;

    @Nullable
    @Label("Object Class")
    Class<?> objectClass;

    @Label("From Thread")
    @Description("The releasing thread")
    int fromThread;

    @Label("From Epoch")
    @Description("The releasing thread's epoch at the release")
    int fromEpoch;

    @Label("From Site")
    @Description("Where it was released")
    int fromSite;

    @Label("To Thread")
    @Description("The acquiring thread")
    int toThread;

    @Label("To Epoch")
    @Description("The acquiring thread's epoch after the acquire")
    int toEpoch;

    @Label("To Site")
    @Description("Where it was acquired")
    int toSite;

    private SyncEdgeEvent() {}

    /** Commits one event; parameters are the fields of the type, in their order. */
    public static void emit(
            long window,
            int sequence,
            int rule,
            long object,
            @Nullable Class<?> objectClass,
            int fromThread,
            int fromEpoch,
            int fromSite,
            int toThread,
            int toEpoch,
            int toSite) {
        SyncEdgeEvent event = new SyncEdgeEvent();
        event.window = window;
        event.sequence = sequence;
        event.rule = rule;
        event.object = object;
        event.objectClass = objectClass;
        event.fromThread = fromThread;
        event.fromEpoch = fromEpoch;
        event.fromSite = fromSite;
        event.toThread = toThread;
        event.toEpoch = toEpoch;
        event.toSite = toSite;
        event.commit();
    }
}
