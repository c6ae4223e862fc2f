package dev.photofinish.analyzer.trace;

/** One event of one window. Threads, epochs and sequences are those of the agent, from 1. */
public sealed interface TraceEvent
        permits FieldAccess,
                AccessStack,
                AccessTally,
                TaskSubmission,
                Edge,
                LockSetMember,
                LockOrder,
                LockStack,
                WindowThread,
                WindowEnd {
    /** Number of the window in its instance. */
    long window();
}
