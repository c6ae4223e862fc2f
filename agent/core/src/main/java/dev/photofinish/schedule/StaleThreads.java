package dev.photofinish.schedule;

import dev.photofinish.shadow.Asked;
import dev.photofinish.shadow.Shadow;
import dev.photofinish.shadow.Space;
import dev.photofinish.weave.StaleMethods;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Threads that were in the middle of a method when it was woven: what their old code does is not seen.
 *
 * <p>Such a thread spoils a window only when it ran in it; whether it ran is told by its CPU time. It stops being stale when
 * the frame has left its stack, or when it has run the new code of the same method. Used by one agent thread.
 */
public final class StaleThreads {
    private final StaleMethods methods;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Stale> stale = new ArrayList<>();

    /** A frame is known by its method and by how many frames are below it. */
    private record Frame(String className, String method, int height) {}

    private static final class Stale {
        final Thread thread;
        final Set<Frame> frames;
        long cpuNanos;

        Stale(Thread thread, Set<Frame> frames) {
            this.thread = thread;
            this.frames = frames;
        }
    }

    /** Knows of no thread yet. */
    public StaleThreads(StaleMethods methods) {
        this.methods = methods;
    }

    /** Looks at every thread: after a weaving. */
    void findAll() {
        stale.clear();
        // Each stack from the thread itself, as later on: from JDK 21 on that leaves out frames of lambda objects,
        // which
        // getAllStackTraces counts, and a frame is known by its height.
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            Set<Frame> frames = unseen(thread.getStackTrace());
            if (!frames.isEmpty() && thread != Thread.currentThread()) {
                stale.add(new Stale(thread, frames));
            }
        }
    }

    /** Whether it knows of one. */
    boolean any() {
        return !stale.isEmpty();
    }

    private Set<Frame> unseen(StackTraceElement[] stack) {
        Set<Frame> frames = new HashSet<>();
        for (int i = 0; i < stack.length; i++) {
            if (methods.find(stack[i].getClassName(), stack[i].getMethodName()) != null) {
                frames.add(new Frame(stack[i].getClassName(), stack[i].getMethodName(), stack.length - i));
            }
        }
        return frames;
    }

    /** Notes what each of them has run so far; drops those that have left their frames. */
    void beforeWindow() {
        for (int i = stale.size() - 1; i >= 0; i--) {
            Stale one = stale.get(i);
            if (!one.thread.isAlive()) {
                stale.remove(i);
                continue;
            }
            long cpu = cpuNanos(one.thread);
            if (cpu != one.cpuNanos || cpu < 0) {
                one.frames.retainAll(unseen(one.thread.getStackTrace()));
            }
            if (one.frames.isEmpty()) {
                stale.remove(i);
            } else {
                one.cpuNanos = cpuNanos(one.thread);
            }
        }
        Asked.about(stale.stream().map(one -> one.thread).toArray(Thread[]::new));
    }

    /** Makes the window incomplete if one of them did something in it that could not be seen. */
    void afterWindow(Shadow shadow) {
        for (int i = stale.size() - 1; i >= 0; i--) {
            Stale one = stale.get(i);
            long cpu = cpuNanos(one.thread);
            if (cpu == one.cpuNanos && cpu >= 0) {
                continue;
            }
            for (Frame frame : one.frames) {
                if (didUnseen(shadow, one.thread, frame)) {
                    shadow.incomplete("thread " + one.thread.getName() + " ran code of " + frame.className + "."
                            + frame.method + " from before it was woven");
                }
            }
            one.frames.removeIf(frame -> hasRunNewCode(shadow, one.thread, frame));
        }
    }

    private boolean didUnseen(Shadow shadow, Thread thread, Frame frame) {
        StaleMethods.Unseen unseen = methods.find(frame.className, frame.method);
        if (unseen == null || unseen.releases()) {
            return unseen != null;
        }
        if (unseen.atExit() && mayHaveLeft(shadow, thread, frame, unseen)) {
            return true;
        }
        for (int field : unseen.volatileReads()) {
            if (shadow.anyRelease(Space.field(field))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the frame is gone, or may be another one, of a call that began in the window. */
    private boolean mayHaveLeft(Shadow shadow, Thread thread, Frame frame, StaleMethods.Unseen unseen) {
        for (int site : unseen.entries()) {
            if (shadow.hasRun(thread, site)) {
                return true;
            }
        }
        return !unseen(thread.getStackTrace()).contains(frame);
    }

    private boolean hasRunNewCode(Shadow shadow, Thread thread, Frame frame) {
        StaleMethods.Unseen unseen = methods.find(frame.className, frame.method);
        if (unseen == null) {
            return true;
        }
        for (int site : unseen.sites()) {
            if (shadow.hasRun(thread, site)) {
                return true;
            }
        }
        return false;
    }

    private long cpuNanos(Thread thread) {
        return threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
                ? threads.getThreadCpuTime(thread.getId())
                : -1;
    }
}
