package dev.photofinish.analyzer.trace;

/**
 * An edge by volatile, thread start or join, future, queue and the like.
 *
 * @param fromSite where it was released; 0 where a thread ended
 * @param toSite where it was acquired; 0 where a thread began
 * @param frozen number of the object whose final fields were frozen and then read; 0 for an edge of any other kind
 */
public record SyncEdge(
        long window,
        int sequence,
        int fromThread,
        int fromEpoch,
        int toThread,
        int toEpoch,
        int fromSite,
        int toSite,
        long frozen)
        implements Edge {
    /** The rule of the agent for final fields. */
    private static final int FREEZE = 25;

    /** An edge of which nobody needs to know where it is in the code, and that is none of final fields. */
    public SyncEdge(long window, int sequence, int fromThread, int fromEpoch, int toThread, int toEpoch) {
        this(window, sequence, fromThread, fromEpoch, toThread, toEpoch, 0, 0, 0);
    }

    /** The edge of the rule, through the object. */
    public static SyncEdge of(
            long window,
            int sequence,
            int fromThread,
            int fromEpoch,
            int toThread,
            int toEpoch,
            int fromSite,
            int toSite,
            int rule,
            long object) {
        return new SyncEdge(
                window,
                sequence,
                fromThread,
                fromEpoch,
                toThread,
                toEpoch,
                fromSite,
                toSite,
                rule == FREEZE ? object : 0);
    }
}
