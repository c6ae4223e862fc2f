package dev.photofinish.analyzer.trace;

/**
 * The end of a window, as the agent saw it.
 *
 * @param incompleteReason empty where complete
 * @param threads number of {@link WindowThread}s that belong to it
 * @param accesses number of {@link FieldAccess}es that were emitted
 */
public record WindowEnd(
        long window,
        long openedNanos,
        long closedNanos,
        boolean warmUp,
        boolean complete,
        String incompleteReason,
        int threads,
        long accesses)
        implements TraceEvent {}
