package dev.photofinish.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** The first time in a window that a lock was acquired under another. */
@Name("photofinish.LockOrder")
@Label("Lock Order")
@Description("A lock was acquired while another was held")
@Category("Photofinish")
@Enabled(false)
@StackTrace(false)
public final class LockOrderEvent extends Event {
    @Label("Window")
    @Description("The window that recorded this")
    long window;

    @Label("Thread")
    @Description("The acquiring thread")
    int thread;

    @Label("Held Lock")
    @Description("Number of the lock held")
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
            long heldObject,
            @Nullable Class<?> heldClass,
            int heldSite,
            long acquiredObject,
            @Nullable Class<?> acquiredClass,
            int acquiredSite) {
        LockOrderEvent event = new LockOrderEvent();
        event.window = window;
        event.thread = thread;
        event.heldObject = heldObject;
        event.heldClass = heldClass;
        event.heldSite = heldSite;
        event.acquiredObject = acquiredObject;
        event.acquiredClass = acquiredClass;
        event.acquiredSite = acquiredSite;
        event.commit();
    }
}
