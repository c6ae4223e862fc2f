package dev.photofinish.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** The stack of a thread that waited for a lock, or held one that others waited for: one for each millisecond of a thread. */
@Name("photofinish.LockStack")
@Label("Lock Stack")
@Description("A sample, by time: where a thread waited for a lock, or let go of one that others waited for")
@Category("Photofinish")
@Enabled(false)
@StackTrace(true)
public final class LockStackEvent extends Event {
    @Label("Window")
    @Description("The window that recorded this")
    long window;

    @Label("Holder")
    @Description("Whether the thread made others wait; else it waited itself")
    boolean holder;

    @Nullable
    @Label("Lock Class")
    Class<?> objectClass;

    @Timespan(Timespan.NANOSECONDS)
    @Label("Time")
    @Description("What the thread waited, or held locks that others waited for, since its last such event")
    long nanos;

    private LockStackEvent() {}

    /** Commits one event; parameters are the fields of the type, in their order. */
    public static void emit(long window, boolean holder, @Nullable Class<?> objectClass, long nanos) {
        LockStackEvent event = new LockStackEvent();
        event.window = window;
        event.holder = holder;
        event.objectClass = objectClass;
        event.nanos = nanos;
        event.commit();
    }
}
