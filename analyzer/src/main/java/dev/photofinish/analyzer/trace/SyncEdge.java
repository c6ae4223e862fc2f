package dev.photofinish.analyzer.trace;

/**
 * An edge by volatile, thread start or join, future, queue and the like.
 *
 * @param frozen number of the object whose final fields were frozen and then read; 0 for an edge of any other kind
 */
public record SyncEdge(long window, int sequence, int fromThread, int fromEpoch, int toThread, int toEpoch, long frozen)
        implements Edge {
    /** The rule of the agent for final fields. */
    private static final int FREEZE = 25;

    /** An edge that is none of final fields. */
    public SyncEdge(long window, int sequence, int fromThread, int fromEpoch, int toThread, int toEpoch) {
        this(window, sequence, fromThread, fromEpoch, toThread, toEpoch, 0);
    }

    /** The edge of the rule, through the object. */
    public static SyncEdge of(
            long window,
            int sequence,
            int fromThread,
            int fromEpoch,
            int toThread,
            int toEpoch,
            int rule,
            long object) {
        return new SyncEdge(window, sequence, fromThread, fromEpoch, toThread, toEpoch, rule == FREEZE ? object : 0);
    }
}
