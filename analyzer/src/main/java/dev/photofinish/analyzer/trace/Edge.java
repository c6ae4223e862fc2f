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

    /** The releasing thread's epoch at the release; 0 for the time before it, which orders nothing. */
    int fromEpoch();

    /** Whether it orders anything: a lock that only serves a class of the JDK is handed off for contention alone. */
    default boolean orders() {
        return fromEpoch() > 0;
    }

    /** The acquiring thread. */
    int toThread();

    /** The acquiring thread's epoch after the acquire. */
    int toEpoch();

    /** Where it was released; 0 for unknown. */
    int fromSite();

    /** Where it was acquired; 0 for unknown. */
    int toSite();
}
