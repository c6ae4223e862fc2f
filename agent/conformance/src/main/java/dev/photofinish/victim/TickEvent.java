package dev.photofinish.victim;

import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A numbered event of the application's own: a gap in the numbers of a recording is a lost event. */
@Name("victim.Tick")
@Label("Tick")
@StackTrace(false)
public final class TickEvent extends Event {
    private static long last; // written by the ticker thread only

    @Label("Number")
    long number;

    private TickEvent() {}

    /** Commits the next one; returns its number. */
    static long emit() {
        TickEvent event = new TickEvent();
        last++;
        event.number = last;
        event.commit();
        return last;
    }
}
