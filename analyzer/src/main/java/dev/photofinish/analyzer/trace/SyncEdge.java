package dev.photofinish.analyzer.trace;

/**
 * An edge by volatile, thread start or join, future, queue and the like.
 *
 * @param fromSite where it was released; 0 where a thread ended
 * @param toSite where it was acquired; 0 where a thread began
 * @param frozen number of the object whose final fields were frozen and then read; {@link #ANY_FROZEN} where no object is named,
 *     or a lambda has captured it; 0 for an edge of any other kind
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
    /** Not the number of an object. */
    public static final long ANY_FROZEN = -1;

    // The rules of the agent for final fields, and for what lambdas captured: dev.photofinish.shadow.Space.
    private static final int FREEZE = 25;
    private static final int CAPTURED = 26;
    private static final int FIRST_LAMBDA = 64;
    private static final int LAST_LAMBDA = 127;

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
                window, sequence, fromThread, fromEpoch, toThread, toEpoch, fromSite, toSite, frozen(rule, object));
    }

    private static long frozen(int rule, long object) {
        if (rule == FREEZE) {
            return object == 0 ? ANY_FROZEN : object;
        }
        return rule == CAPTURED || (rule >= FIRST_LAMBDA && rule <= LAST_LAMBDA) ? ANY_FROZEN : 0;
    }
}
