package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;

/** Row "ForkJoin" of the rule book, with parallel streams and what JDK 25 schedules on fork/join pools. */
final class ForkJoinRules {
    private static final Key THIS = Rows.THIS;
    private static final String TASK_CLASS = Rows.JUC + "ForkJoinTask";

    private ForkJoinRules() {}

    static void add(Rows rows) {
        tasks(rows);
        pools(rows);
        completers(rows);
    }

    private static void tasks(Rows rows) {
        String task = TASK_CLASS;
        rows.row(task, "fork\\(.*", ENTRY, RELEASE, THIS, Space.TASK);
        rows.row(task, "doExec\\(.*", ENTRY, ACQUIRE, THIS, Space.TASK);
        rows.row(
                task,
                "(setDone|trySetThrown|trySetCancelled|trySetException|quietlyComplete|complete\\w*)\\(.*",
                ENTRY,
                RELEASE,
                THIS,
                Space.DONE);
        // Whoever reads that a task is done, to act on it; isDone alone is for monitoring.
        String acting = "(?!is|state|toString|cancel|doExec|fork)\\w+\\(.*";
        rows.inside(task, acting, AFTER_GET, "status", ACQUIRE, Rows.OWNER, Space.DONE);
        rows.inside(Rows.JUC + "ForkJoinPool", "help\\w+\\(.*", AFTER_GET, "status", ACQUIRE, Rows.OWNER, Space.DONE);
        rows.row(
                task,
                "(join|invoke|get|quietlyJoin|quietlyInvoke|awaitDone|get\\w*Result|getException)\\(.*",
                RETURN,
                ACQUIRE,
                THIS,
                Space.DONE);
        rows.row(task, "(join|invoke|get)\\(.*", THROW, ACQUIRE, THIS, Space.DONE);
        String pair = "invokeAll\\(Ljava/util/concurrent/ForkJoinTask;Ljava/util/concurrent/ForkJoinTask;\\)V";
        rows.row(task, pair, RETURN, ACQUIRE, Rows.ARG0, Space.DONE);
        rows.row(task, pair, RETURN, ACQUIRE, Rows.ARG1, Space.DONE);
    }

    private static void pools(Rows rows) {
        Key anyTask = new Key.ArgumentOf(TASK_CLASS);
        String pool = Rows.JUC + "ForkJoinPool";
        rows.innerLocks(pool);
        rows.row(pool, "(externalPush|externalSubmit|poolSubmit)\\(.*", ENTRY, RELEASE, anyTask, Space.TASK);
        rows.row(pool + "$WorkQueue", "(push|lockedPush)\\(.*", ENTRY, RELEASE, anyTask, Space.TASK);
        rows.row(pool, "deregisterWorker\\(.*", ENTRY, RELEASE, THIS, Space.DONE);
        rows.row(pool, "(awaitTermination|isTerminated)\\(.*", RETURN, ACQUIRE_IF_TRUE, THIS, Space.DONE);
        // JDK 25 schedules on fork/join pools, CompletableFuture's timeouts among it; a periodic task is pended again.
        rows.row(Rows.JUC + "DelayScheduler", "pend\\(.*", ENTRY, RELEASE, Rows.ARG0, Space.TASK);
    }

    /** A task of which all parts must complete learns from each of them by its count. */
    private static void completers(Rows rows) {
        String counted = Rows.JUC + "CountedCompleter";
        rows.row(counted, "(?!get|init)\\w*PendingCount\\w*\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        rows.row(counted, "\\w*PendingCount\\w*\\(.*", RETURN, ACQUIRE, THIS, Space.STATE);
        rows.inside(counted, ".*", AFTER_GET, "pending", ACQUIRE, Rows.OWNER, Space.STATE);
    }
}
