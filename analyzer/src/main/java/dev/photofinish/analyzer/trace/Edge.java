package dev.photofinish.analyzer.trace;

/**
 * A happens-before edge: everything of the releasing thread up to its {@code fromEpoch} is before everything of the
 * acquiring thread from its {@code toEpoch} on. Several edges with one {@code toEpoch} are one acquire that learned from
 * several releasers.
 */
public sealed interface Edge extends TraceEvent permits LockHandoff, SyncEdge {
    /** Consecutive from 1 among the edges of the acquiring thread, over both types of edge. */
    int sequence();

    /** The releasing thread. */
    int fromThread();

    /** The releasing thread's epoch at the release. */
    int fromEpoch();

    /** The acquiring thread. */
    int toThread();

    /** The acquiring thread's epoch after the acquire. */
    int toEpoch();

    /** Where it was released; 0 for unknown. */
    int fromSite();

    /** Where it was acquired; 0 for unknown. */
    int toSite();
}
