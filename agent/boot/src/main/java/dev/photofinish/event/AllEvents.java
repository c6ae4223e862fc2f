package dev.photofinish.event;

import java.util.List;
import jdk.jfr.Event;

/** The event types of Photofinish, in the order of the documentation: what a recording has to enable. */
public final class AllEvents {
    private static final List<Class<? extends Event>> TYPES = List.of(
            FieldAccessEvent.class,
            AccessStackEvent.class,
            AccessTallyEvent.class,
            TaskSubmissionEvent.class,
            LockHandoffEvent.class,
            LockStackEvent.class,
            SyncEdgeEvent.class,
            LockOrderEvent.class,
            LockSetEvent.class,
            DeadlockEvent.class,
            SiteEvent.class,
            WindowEvent.class,
            WindowThreadEvent.class,
            LossEvent.class,
            AgentStatusEvent.class);

    private AllEvents() {}

    /** The event classes; their number and names are stable. */
    public static List<Class<? extends Event>> types() {
        return TYPES;
    }
}
