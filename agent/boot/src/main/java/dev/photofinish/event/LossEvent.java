package dev.photofinish.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timestamp;

/** A counted loss. Emitted by the agent, never by the application's threads. */
@Name("photofinish.Loss")
@Label("Loss")
@Description("Something the agent had to drop, by reason")
@Category("Photofinish")
@Enabled(false)
@StackTrace(false)
public final class LossEvent extends Event {
    @Label("Reason")
    String reason = "";

    @Label("Count")
    @Description("Since the agent started")
    long count;

    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    @Label("First")
    @Description("Milliseconds since 1970")
    long firstMillis;

    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    @Label("Last")
    @Description("Milliseconds since 1970")
    long lastMillis;

    private LossEvent() {}

    /** Commits one event; parameters are the fields of the type, in their order. */
    public static void emit(String reason, long count, long firstMillis, long lastMillis) {
        LossEvent event = new LossEvent();
        event.reason = reason;
        event.count = count;
        event.firstMillis = firstMillis;
        event.lastMillis = lastMillis;
        event.commit();
    }
}
