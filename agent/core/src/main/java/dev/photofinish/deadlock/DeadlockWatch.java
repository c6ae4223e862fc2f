package dev.photofinish.deadlock;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for deadlocks from time to time. The JVM stops the application to look, for longer the more threads there are: the
 * longer it took, the later it looks again.
 */
public final class DeadlockWatch {
    private static final long SOONEST_NANOS = 5_000_000_000L;

    /** Looking takes at most this part of the time. */
    private static final long SHARE = 2_000;

    /** A program that makes deadlocks all the time is known by then. */
    private static final int MOST_REPORTED = 100;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Set<Set<Long>> reported = new HashSet<>();
    private long nextLook = System.nanoTime();
    // Written by the thread that looks, read by whoever asks for the status.
    private volatile int deadlocked;

    /** Looks, if it is time; answers whether it found a deadlock that was not known. */
    public boolean look() {
        long start = System.nanoTime();
        if (start - nextLook < 0) {
            return false;
        }
        long[] ids = threads.isSynchronizerUsageSupported()
                ? threads.findDeadlockedThreads()
                : threads.findMonitorDeadlockedThreads();
        long end = System.nanoTime();
        nextLook = end + Math.max(SOONEST_NANOS, (end - start) * SHARE);
        deadlocked = ids == null ? 0 : ids.length;
        return ids != null && report(ids);
    }

    private boolean report(long[] ids) {
        boolean fresh = false;
        ThreadInfo[] infos = threads.getThreadInfo(
                ids, threads.isObjectMonitorUsageSupported(), threads.isSynchronizerUsageSupported());
        for (List<ThreadInfo> circle : Circles.of(Arrays.asList(infos))) {
            Set<Long> members = new HashSet<>();
            circle.forEach(info -> members.add(info.getThreadId()));
            if (reported.size() < MOST_REPORTED && reported.add(members)) {
                Circles.emit(reported.size(), circle);
                fresh = true;
            }
        }
        return fresh;
    }

    /** Threads that were in a deadlock when it looked last. */
    public int deadlocked() {
        return deadlocked;
    }
}
