package dev.photofinish.shadow;

import dev.photofinish.event.TaskSubmissionEvent;
import org.jspecify.annotations.Nullable;

/** Which task each thread runs, and where it was submitted. For reports only: no edge depends on it. */
final class Tasks {
    private static final int MOST_OF_A_WINDOW = 500;
    private static final int MOST_OF_FULL_MODE = 20_000;

    private final long window;
    private final boolean full;

    /** Racy: a few more may be taken. */
    private int taken;

    Tasks(long window, ShadowLimits limits) {
        this.window = window;
        this.full = limits.stacksPerSite() > 0;
    }

    /** The thread is about to publish a task, or to start a thread: takes its stack where a report may ask for it. */
    void submitted(ThreadShadow thread) {
        if ((full || Sites.anySuspected()) && taken < (full ? MOST_OF_FULL_MODE : MOST_OF_A_WINDOW)) {
            taken++;
            TaskSubmissionEvent.emit(window, thread.number, thread.epoch);
        }
    }

    /** The thread has seen what was published with a task: it is about to run it. What it submitted itself does not count. */
    static void begun(ThreadShadow thread, @Nullable SyncShadow task) {
        Release release = task == null ? null : task.releases();
        if (release == null) {
            thread.taskFrom = 0;
        } else if (release.thread != thread.number) {
            thread.taskFromEpoch = release.epochAcquire();
            thread.taskFrom = release.thread;
        }
    }
}
