package dev.photofinish.analyzer.trace;

/** An edge by volatile, thread start or join, future, queue and the like. */
public record SyncEdge(long window, int sequence, int fromThread, int fromEpoch, int toThread, int toEpoch)
        implements Edge {}
