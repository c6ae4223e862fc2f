package dev.photofinish.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A lock that a thread took while it held others: not again for the same ones, as long as the thread remembers. */
@Name("photofinish.LockOrder")
@Label("Lock Order")
@Description("A thread waited until it got a lock while it held others")
@Category("Photofinish")
@Enabled(false)
@StackTrace(true)
public final class LockOrderEvent extends Event {
    @Label("Window")
    @Description("The window that recorded this")
    long window;

    @Label("Thread")
    @Description("The acquiring thread")
    int thread;

    @Label("Epoch")
    @Description("The thread's epoch before it had the lock")
    int epoch;

    @Label("Lock Set")
    @Description("Id of the set of the locks held meanwhile")
    int lockSet;

    @Label("Held Lock")
    @Description("Number of the lock taken last of those held")
    long heldObject;

    @Nullable
    @Label("Held Lock Class")
    Class<?> heldClass;

    @Label("Held Lock Site")
    @Description("Where it was acquired")
    int heldSite;

    @Label("Acquired Lock")
    @Description("Number of the lock acquired")
    long acquiredObject;

    @Label("Acquired Lock Identity")
    @Description("Identity hash of the lock acquired: the same in all windows")
    int acquiredIdentity;

    @Nullable
    @Label("Acquired Lock Class")
    Class<?> acquiredClass;

    @Label("Acquired Lock Site")
    @Description("Where it was acquired")
    int acquiredSite;

    private LockOrderEvent() {}

    /** Commits one event; parameters are the fields of the type, in their order. */
    public static void emit(
            long window,
            int thread,
            int epoch,
            int lockSet,
            long heldObject,
            @Nullable Class<?> heldClass,
            int heldSite,
            long acquiredObject,
            int acquiredIdentity,
            @Nullable Class<?> acquiredClass,
            int acquiredSite) {
        LockOrderEvent event = new LockOrderEvent();
        event.window = window;
        event.thread = thread;
        event.epoch = epoch;
        event.lockSet = lockSet;
        event.heldObject = heldObject;
        event.heldClass = heldClass;
        event.heldSite = heldSite;
        event.acquiredObject = acquiredObject;
        event.acquiredIdentity = acquiredIdentity;
        event.acquiredClass = acquiredClass;
        event.acquiredSite = acquiredSite;
        event.commit();
    }
}
