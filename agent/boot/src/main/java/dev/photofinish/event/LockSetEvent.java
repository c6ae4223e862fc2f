package dev.photofinish.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** One member of a lock set: a set of n locks is n events with the same id, in the order of acquisition. */
@Name("photofinish.LockSet")
@Label("Lock Set")
@Description("One lock of a set of locks held together")
@Category("Photofinish")
@Enabled(false)
@StackTrace(false)
public final class LockSetEvent extends Event {
    @Label("Window")
    @Description("The window that recorded this")
    long window;

    @Label("Lock Set")
    @Description("Id of the set in this window, from 1")
    int id;

    @Label("Position")
    @Description("0 for the lock acquired first")
    int position;

    @Label("Size")
    @Description("Number of locks in the set")
    int size;

    @Label("Lock")
    @Description("Number of the lock object in this window")
    long object;

    @Label("Lock Identity")
    @Description("Identity hash of the lock object: the same in all windows")
    int identity;

    @Nullable
    @Label("Lock Class")
    Class<?> objectClass;

    @Label("Site")
    @Description("Where it was acquired; 0 where that was not seen")
    int site;

    private LockSetEvent() {}

    /** Commits one event; parameters are the fields of the type, in their order. */
    public static void emit(
            long window,
            int id,
            int position,
            int size,
            long object,
            int identity,
            @Nullable Class<?> objectClass,
            int site) {
        LockSetEvent event = new LockSetEvent();
        event.window = window;
        event.id = id;
        event.position = position;
        event.size = size;
        event.object = object;
        event.identity = identity;
        event.objectClass = objectClass;
        event.site = site;
        event.commit();
    }
}
