package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;

/** Rows "Executor submit" and "Future" of the rule book, with scheduled executors. */
final class ExecutorRules {
    private static final Key THIS = Rows.THIS;

    private ExecutorRules() {}

    static void add(Rows rows) {
        pool(rows);
        scheduled(rows);
        threadPerTask(rows);
        futureTask(rows);
    }

    /**
     * From the pool to its worker the task goes through a queue, by element, or through the start of a thread. The worker's own
     * loop is left alone: its frames never end, and a frame from before the weaving would stay unseen.
     */
    private static void pool(Rows rows) {
        String pool = Rows.JUC + "ThreadPoolExecutor";
        rows.innerLocks(pool);
        rows.row(
                pool,
                "(execute|shutdown|shutdownNow|isShutdown|isTerminating|isTerminated|awaitTermination|addWorker"
                        + "|processWorkerExit|tryTerminate|prestartCoreThread|getPoolSize|getTask|setCorePoolSize"
                        + "|setMaximumPoolSize|allowCoreThreadTimeOut|setKeepAliveTime|ensurePrestart|toString|finalize)\\(.*",
                ENTRY,
                INNER,
                Rows.field("ctl", Rows.JUC + "atomic/AtomicInteger"),
                Space.STATE);
        rows.row(pool, "execute\\(.*", ENTRY, RELEASE, Rows.ARG0, Space.TASK);
        rows.row(pool, "processWorkerExit\\(.*", ENTRY, RELEASE, THIS, Space.DONE);
        rows.inside(pool, "tryTerminate\\(.*", BEFORE_CALL, "terminated", ACQUIRE, THIS, Space.DONE);
        rows.inside(pool, "tryTerminate\\(.*", AFTER_CALL, "terminated", RELEASE, THIS, Space.DONE);
        rows.row(pool, "(awaitTermination|isTerminated)\\(.*", RETURN, ACQUIRE_IF_TRUE, THIS, Space.DONE);
        rows.row(
                Rows.JUC + "Executors$DefaultThreadFactory",
                "newThread\\(.*",
                ENTRY,
                INNER,
                Rows.field("threadNumber", Rows.JUC + "atomic/AtomicInteger"),
                Space.STATE);
    }

    /** A periodic task goes back into the queue after each run: run n comes before run n+1. */
    private static void scheduled(Rows rows) {
        String scheduled = Rows.JUC + "ScheduledThreadPoolExecutor";
        rows.row(scheduled, "delayedExecute\\(.*", ENTRY, RELEASE, Rows.ARG0, Space.TASK);
        String queue = scheduled + "$DelayedWorkQueue";
        rows.innerLocks(queue);
        rows.row(queue, "offer\\(Ljava.*", ENTRY, RELEASE, Rows.elementOfThis(Rows.ARG0), 0);
        rows.row(queue, "offer\\(Ljava.*", ENTRY, RELEASE_ITEM, Rows.ARG0, Space.ITEM);
        rows.inside(queue, "sift\\w+\\(.*", BEFORE_CALL, "compareTo", ACQUIRE_ITEM, Rows.TOP, Space.ITEM);
        rows.inside(queue, "sift\\w+\\(.*", BEFORE_CALL, "compareTo", ACQUIRE_ITEM, Rows.UNDER_TOP, Space.ITEM);
        rows.inside(queue, "(take|poll)\\(.*", BEFORE_CALL, "getDelay", ACQUIRE, Rows.elementOfThis(Rows.UNDER_TOP), 0);
        rows.row(
                queue,
                "(take|poll|peek|remove|finishPoll)\\(.*\\)Ljava/.*",
                RETURN,
                ACQUIRE,
                Rows.elementOfThis(Rows.TOP),
                0);
        // What a task does comes before the cancellation and the re-arming that its pool makes of it.
        rows.row(scheduled, "reExecutePeriodic\\(.*", ENTRY, RELEASE, Rows.ARG0, Space.TASK);
    }

    /** The executors of virtual threads: a task starts with its thread. */
    private static void threadPerTask(Rows rows) {
        String executor = Rows.JUC + "ThreadPerTaskExecutor";
        rows.row(executor, "taskComplete\\(.*", ENTRY, RELEASE, THIS, Space.DONE);
        rows.row(executor, "(awaitTermination|isTerminated)\\(.*", RETURN, ACQUIRE_IF_TRUE, THIS, Space.DONE);
    }

    private static void futureTask(Rows rows) {
        String future = Rows.JUC + "FutureTask";
        rows.row(future, "(run|runAndReset)\\(\\).*", ENTRY, ACQUIRE, THIS, Space.TASK);
        rows.row(future, "runAndReset\\(\\).*", RETURN, RELEASE, THIS, Space.TASK);
        rows.row(future, "(set|setException|cancel)\\(.*", ENTRY, RELEASE, THIS, Space.DONE);
        rows.row(future, "cancel\\(.*", RETURN, RETRACT_IF_FALSE, THIS, Space.DONE);
        rows.row(future, "report\\(.*", ENTRY, ACQUIRE, THIS, Space.DONE);
        rows.row(future, "(resultNow|exceptionNow)\\(.*", RETURN, ACQUIRE, THIS, Space.DONE);
    }
}
