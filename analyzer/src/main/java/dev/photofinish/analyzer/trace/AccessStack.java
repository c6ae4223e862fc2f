package dev.photofinish.analyzer.trace;

import dev.photofinish.analyzer.finding.Frame;
import java.util.List;

/**
 * The stack of one access, joined to it by window, thread and sequence.
 *
 * @param frames innermost first; shared between events, never copied
 * @param taskFrom the thread that submitted the task that was running; 0 where that is not known
 * @param taskFromEpoch that thread's epoch at the submission
 */
public record AccessStack(
        long window, int thread, int sequence, int site, List<Frame> frames, int taskFrom, int taskFromEpoch)
        implements TraceEvent {

    /** The stack of a thread that ran no known task. */
    public AccessStack(long window, int thread, int sequence, int site, List<Frame> frames) {
        this(window, thread, sequence, site, frames, 0, 0);
    }
}
