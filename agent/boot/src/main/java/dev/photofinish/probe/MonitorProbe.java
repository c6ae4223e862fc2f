package dev.photofinish.probe;

import dev.photofinish.shadow.Space;
import dev.photofinish.window.Gate;
import jdk.internal.vm.annotation.DontInline;
import org.jspecify.annotations.Nullable;

/** Called around {@code monitorenter}, {@code monitorexit}, synchronized methods and {@code Object.wait}. */
public final class MonitorProbe {
    private MonitorProbe() {}

    /** Before {@code monitorenter}; {@code monitor} may be null, the instruction will then throw. */
    public static void beforeEnter(@Nullable Object monitor) {
        if (Gate.sync) {
            Recorder.record(Recorder.ASK, monitor, Space.MONITOR, 0);
        }
    }

    /** After {@code monitorenter} and at the entry of a synchronized method. */
    public static void afterEnter(Object monitor, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.ACQUIRED, monitor, Space.MONITOR, site);
        }
    }

    /** Before {@code monitorexit} and at every exit of a synchronized method. */
    public static void beforeExit(@Nullable Object monitor, int site) {
        if (Gate.sync) {
            exit(monitor, site);
        }
    }

    @DontInline
    private static void exit(@Nullable Object monitor, int site) {
        if (monitor != null && Thread.holdsLock(monitor)) {
            Recorder.record(Recorder.RELEASING, monitor, Space.MONITOR, site);
        }
    }

    /*
     * Called instead of Object.wait, which is native: its end must be seen however it ends, and in a window that opened
     * while the thread was waiting as well. What another thread did before its notifying unlock would otherwise reach this
     * one unseen.
     */

    /** {@code monitor.wait()}. */
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    public static void await(Object monitor, int site) throws InterruptedException {
        beforeWait(monitor, site);
        try {
            monitor.wait();
        } finally {
            afterWait(monitor, site);
        }
    }

    /** {@code monitor.wait(millis)}. */
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    public static void await(Object monitor, long millis, int site) throws InterruptedException {
        beforeWait(monitor, site);
        try {
            monitor.wait(millis);
        } finally {
            afterWait(monitor, site);
        }
    }

    /** {@code monitor.wait(millis, nanos)}. */
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    public static void await(Object monitor, long millis, int nanos, int site) throws InterruptedException {
        beforeWait(monitor, site);
        try {
            monitor.wait(millis, nanos);
        } finally {
            afterWait(monitor, site);
        }
    }

    private static void beforeWait(@Nullable Object monitor, int site) {
        if (Gate.sync && monitor != null && Thread.holdsLock(monitor)) {
            Recorder.record(Recorder.WAIT, monitor, Space.MONITOR, site);
        }
    }

    private static void afterWait(@Nullable Object monitor, int site) {
        if (Gate.sync && monitor != null && Thread.holdsLock(monitor)) {
            Recorder.record(Recorder.ACQUIRED, monitor, Space.MONITOR, site);
        }
    }
}
