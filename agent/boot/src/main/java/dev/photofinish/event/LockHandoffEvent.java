package dev.photofinish.event;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A lock that went from one thread to another: a happens-before edge with the figures of contention. Shares its sequence with {@link SyncEdgeEvent}. */
@Name("photofinish.LockHandoff")
@Label("Lock Handoff")
@Description("A thread took a lock that another thread had released last")
@Category("Photofinish")
@Enabled(false)
@StackTrace(false)
public final class LockHandoffEvent extends Event {
    @Label("Window")
    @Description("The window that recorded this")
    long window;

    @Label("Sequence")
    @Description("Consecutive number, from 1, of the edges that the acquiring thread learned in this window")
    int sequence;

    @Label("Rule")
    @Description("Kind of synchronization: an id of the rule table; the kind of the photofinish.Site says it in words")
    int rule;

    @Label("Lock")
    @Description("Number of the lock object in this window")
    long object;

    @Nullable
    @Label("Lock Class")
    Class<?> objectClass;

    @Label("From Thread")
    @Description("The releasing thread")
    int fromThread;

    @Label("From Epoch")
    @Description(
            "The releasing thread's epoch at the release; 0 where this orders nothing: the lock only serves a class of the"
                    + " JDK, or several threads may have it at once")
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

    @Timespan(Timespan.NANOSECONDS)
    @Label("Wait")
    @Description("How long the acquirer waited from asking to having; 0 where it was free")
    long waitNanos;

    @Timespan(Timespan.NANOSECONDS)
    @Label("Hold")
    @Description("How long the releaser had held it; 0 where its acquisition was not seen")
    long holdNanos;

    @Label("Waiters")
    @Description("Threads that were waiting when it was released, the acquirer included")
    int waiters;

    @Timespan(Timespan.NANOSECONDS)
    @Label("Latency")
    @Description("How long after its release the acquirer had it; 0 where it did not wait")
    long latencyNanos;

    @Label("Overtaken")
    @Description(
            "How often threads that asked later had it before the acquirer, while it waited; several threads at once may make it one or"
                    + " two less or more")
    int overtaken;

    @DataAmount(DataAmount.BYTES)
    @Label("Allocated")
    @Description(
            "What the releaser allocated while it had it; -1 where that is not known: nobody waited, the first hold for which"
                    + " somebody waited, locks that several threads may have at once, virtual threads")
    long allocated;

    @Label("To Read")
    @Description("Whether the acquirer has it to read, beside others who read: of read-write locks and stamped locks")
    boolean toRead;

    private LockHandoffEvent() {}

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
            int toSite,
            long waitNanos,
            long holdNanos,
            int waiters,
            long latencyNanos,
            int overtaken,
            long allocated,
            boolean toRead) {
        LockHandoffEvent event = new LockHandoffEvent();
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
        event.waitNanos = waitNanos;
        event.holdNanos = holdNanos;
        event.waiters = waiters;
        event.latencyNanos = latencyNanos;
        event.overtaken = overtaken;
        event.allocated = allocated;
        event.toRead = toRead;
        event.commit();
    }
}
