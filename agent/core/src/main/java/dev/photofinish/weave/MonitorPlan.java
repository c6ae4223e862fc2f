package dev.photofinish.weave;

import java.util.HashMap;
import java.util.Map;

/** How the compiler of a method sees to it that its monitors are let go of; exception ranges by their place in the table. */
final class MonitorPlan {
    /** Which range lets go of the monitor that was taken by the how manieth {@code monitorenter}. */
    final Map<Integer, Integer> ranges = new HashMap<>();

    /** Which ranges cover the {@code monitorexit} of their own handler. */
    final Map<Integer, Unlock> unlocks = new HashMap<>();

    /**
     * A handler that lets go of a monitor and throws on.
     *
     * @param exit the how manieth {@code monitorexit} of the method it has
     * @param slot the local variable that holds the monitor
     */
    record Unlock(int exit, int slot) {}
}
