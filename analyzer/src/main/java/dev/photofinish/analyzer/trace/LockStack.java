package dev.photofinish.analyzer.trace;

import dev.photofinish.analyzer.finding.Frame;
import java.util.List;

/**
 * A sample, by time, of who waits for locks and of who makes others wait.
 *
 * @param holder whether the thread held the lock; else it waited
 * @param nanos the time that the sample stands for
 * @param frames innermost first
 */
public record LockStack(long window, boolean holder, String lockClass, long nanos, List<Frame> frames)
        implements TraceEvent {}
