package dev.photofinish.deadlock;

import java.lang.instrument.Instrumentation;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for deadlocks from time to time. The JVM stops the application to look at its platform threads, for longer the more there
 * are: the longer it took, the later it looks again. Virtual threads are looked at apart, and without a stop.
 */
public final class DeadlockWatch {
    private static final long SOONEST_NANOS = 5_000_000_000L;

    /** Looking takes at most this part of the time. */
    private static final long SHARE = 2_000;

    /** A program that makes deadlocks all the time is known by then. */
    private static final int MOST_REPORTED = 100;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final JvmThreads jvm;
    private final VirtualCircles virtual;
    private final Set<Set<Long>> reported = new HashSet<>();
    private long nextLook = System.nanoTime();
    private int ofThePlatform;

    /** Those of the circles with virtual threads, none of which ends. */
    private int ofVirtualCircles;

    // Written by the thread that looks, read by whoever asks for the status.
    private volatile int deadlocked;

    /** @param instrumentation opens what the JDK knows of virtual threads */
    public DeadlockWatch(Instrumentation instrumentation) {
        this.jvm = new JvmThreads(instrumentation);
        this.virtual = new VirtualCircles(jvm);
    }

    /** Looks, if it is time; answers whether it found a deadlock that was not known. */
    public boolean look() {
        boolean fresh = lookAtPlatformThreads();
        for (List<Waiter> circle : virtual.look()) {
            if (report(circle)) {
                ofVirtualCircles += circle.size();
                fresh = true;
            }
        }
        deadlocked = ofThePlatform + ofVirtualCircles;
        return fresh;
    }

    private boolean lookAtPlatformThreads() {
        long start = System.nanoTime();
        if (start - nextLook < 0) {
            return false;
        }
        long[] ids = threads.isSynchronizerUsageSupported()
                ? threads.findDeadlockedThreads()
                : threads.findMonitorDeadlockedThreads();
        long end = System.nanoTime();
        nextLook = end + Math.max(SOONEST_NANOS, (end - start) * SHARE);
        ofThePlatform = ids == null ? 0 : ids.length;
        return ids != null && report(ids);
    }

    private boolean report(long[] ids) {
        boolean fresh = false;
        List<Waiter> waiters = new ArrayList<>();
        for (ThreadInfo info : threads.getThreadInfo(
                ids, threads.isObjectMonitorUsageSupported(), threads.isSynchronizerUsageSupported())) {
            Waiter waiter = Waiter.of(info);
            if (waiter != null) {
                waiters.add(waiter);
            }
        }
        for (List<Waiter> circle : Circles.of(waiters)) {
            fresh |= report(circle);
        }
        return fresh;
    }

    private boolean report(List<Waiter> circle) {
        Set<Long> members = new HashSet<>();
        circle.forEach(waiter -> members.add(waiter.id()));
        boolean fresh = reported.size() < MOST_REPORTED && reported.add(members);
        if (fresh) {
            Circles.emit(reported.size(), circle);
        }
        return fresh;
    }

    /** Threads that were in a deadlock when it looked last. */
    public int deadlocked() {
        return deadlocked;
    }

    /** Why deadlocks of virtual threads are not looked for; empty where they are, or the JDK has none. */
    public String problem() {
        return jvm.problem();
    }
}
