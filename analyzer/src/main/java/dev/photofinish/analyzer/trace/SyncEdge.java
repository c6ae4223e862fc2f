package dev.photofinish.analyzer.trace;

/**
 * An edge by volatile, thread start or join, future, queue and the like.
 *
 * @param fromSite where it was released; 0 where a thread ended
 * @param toSite where it was acquired; 0 where a thread began
 */
public record SyncEdge(
        long window, int sequence, int fromThread, int fromEpoch, int toThread, int toEpoch, int fromSite, int toSite)
        implements Edge {

    /** An edge of which nobody needs to know where it is in the code. */
    public SyncEdge(long window, int sequence, int fromThread, int fromEpoch, int toThread, int toEpoch) {
        this(window, sequence, fromThread, fromEpoch, toThread, toEpoch, 0, 0);
    }
}
