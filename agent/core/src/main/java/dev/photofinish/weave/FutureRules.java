package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;
import java.util.List;

/** Row "CompletableFuture" of the rule book: from whoever completes to whoever reads the result. */
final class FutureRules {
    private static final Key THIS = Rows.THIS;

    private FutureRules() {}

    static void add(Rows rows) {
        String future = Rows.JUC + "CompletableFuture";
        String complete = "(internalComplete|completeNull|completeValue|completeThrowable|completeRelay)\\(.*";
        rows.row(future, complete, ENTRY, RELEASE, THIS, Space.DONE);
        rows.row(future, complete, RETURN, RETRACT_IF_FALSE, THIS, Space.DONE);
        rows.row(future, "obtrude\\w+\\(.*", ENTRY, RELEASE, THIS, Space.DONE);
        rows.row(future, "<init>\\(Ljava/lang/Object;\\)V", RETURN, RELEASE, THIS, Space.DONE);
        // Every stage reads the result of its source, on whichever thread; isDone and its like are for monitoring.
        String acting = "(?!isDone|isCompleted|isCancelled|state|toString|<init>)[\\w$]+\\(.*";
        rows.inside(future, acting, AFTER_GET, "result", ACQUIRE, Rows.OWNER, Space.DONE);
        rows.inside(future, acting, BEFORE_PUT, "result", RELEASE, Rows.OWNER, Space.DONE);
        rows.row(future, "(get|join|getNow|resultNow|exceptionNow)\\(.*", RETURN, ACQUIRE, THIS, Space.DONE);
        rows.row(future, "(get|join|getNow)\\(.*", THROW, ACQUIRE_IF_TASK_FAILED, THIS, Space.DONE);
        for (String kind : List.of(
                "UniApply",
                "UniAccept",
                "UniRun",
                "UniWhenComplete",
                "UniHandle",
                "UniExceptionally",
                "UniComposeExceptionally",
                "UniRelay",
                "UniCompose",
                "BiApply",
                "BiAccept",
                "BiRun",
                "BiRelay",
                "OrApply",
                "OrAccept",
                "OrRun",
                "AnyOf")) {
            String stage = future + "$" + kind;
            rows.inside(stage, "tryFire\\(.*", AFTER_GET, "result", ACQUIRE, Rows.OWNER, Space.DONE);
        }
    }
}
