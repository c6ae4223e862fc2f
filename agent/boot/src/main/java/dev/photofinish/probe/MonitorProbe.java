package dev.photofinish.probe;

import dev.photofinish.shadow.Space;
import dev.photofinish.window.Gate;
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
        if (Gate.sync && monitor != null && Thread.holdsLock(monitor)) {
            Recorder.record(Recorder.RELEASING, monitor, Space.MONITOR, site);
        }
    }

    /** Before a call of {@code Object.wait}; the monitor is taken back by the thread's next probe, however wait ends. */
    public static void beforeWait(@Nullable Object monitor, int site) {
        if (Gate.sync && monitor != null && Thread.holdsLock(monitor)) {
            Recorder.record(Recorder.WAIT, monitor, Space.MONITOR, site);
        }
    }
}
