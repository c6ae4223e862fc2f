package dev.photofinish.analyzer.trace;

import dev.photofinish.analyzer.finding.Frame;
import java.util.List;

/**
 * A lock that a thread took while it held others, and for which it would have waited as long as it takes.
 *
 * @param epoch the thread's before it had the lock
 * @param lockSet id of the locks held meanwhile
 * @param identity of the lock in all windows
 * @param site where it was acquired
 * @param heldSite where the last of those held had been acquired; 0 for unknown
 * @param frames innermost first, with those of the probe; shared between events, never copied
 */
public record LockOrder(
        long window,
        int thread,
        int epoch,
        int lockSet,
        int identity,
        String lockClass,
        int site,
        int heldSite,
        List<Frame> frames)
        implements TraceEvent {}
