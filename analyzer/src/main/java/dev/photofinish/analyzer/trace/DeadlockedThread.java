package dev.photofinish.analyzer.trace;

import dev.photofinish.analyzer.finding.Frame;
import java.util.List;

/**
 * One thread of a deadlock that happened, windows or not.
 *
 * @param deadlock number of the deadlock in its instance
 * @param position 0 for the first; each waits for the lock that the next one holds, the last for that of the first
 * @param size number of threads
 * @param heldAt where it took the lock that it holds; empty for unknown
 * @param frames of the thread as it waits, innermost first
 */
public record DeadlockedThread(
        int deadlock,
        int position,
        int size,
        String thread,
        String heldClass,
        int heldIdentity,
        List<Frame> heldAt,
        String wantedClass,
        int wantedIdentity,
        List<Frame> frames) {}
