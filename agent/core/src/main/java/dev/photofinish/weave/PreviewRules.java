package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;

/** Rows "StructuredTaskScope" and "StableValue" of the rule book: previews, whose shape depends on the JDK. */
final class PreviewRules {
    private static final Key THIS = Rows.THIS;

    private PreviewRules() {}

    static void add(Rows rows) {
        // From JDK 25 on, and up to 24.
        addTasks(rows, Rows.JUC + "StructuredTaskScopeImpl", "onComplete\\(.*", "join\\(.*");
        addTasks(rows, Rows.JUC + "StructuredTaskScope", "shutdown\\(.*", "implJoin\\(.*");
        addStableValue(rows);
        addLazyConstant(rows);
    }

    /** @param ends what a task calls after which the scope may be joined while other tasks go on */
    private static void addTasks(Rows rows, String scope, String ends, String join) {
        String subtask = scope + "$SubtaskImpl";
        Key owner = Rows.field("scope", scope);
        rows.inside(subtask, "run\\(.*", BEFORE_PUT, "result", RELEASE, Rows.OWNER, Space.DONE);
        rows.inside(subtask, "(get|exception|state)\\(.*", AFTER_GET, "result", ACQUIRE, Rows.OWNER, Space.DONE);
        rows.row(subtask, "run\\(.*", RETURN, RELEASE, owner, Space.STATE);
        rows.row(scope, ends, ENTRY, RELEASE, THIS, Space.STATE);
        rows.inside(scope, join, AFTER_CALL, "awaitAll", ACQUIRE, THIS, Space.STATE);
        rows.row(scope, "close\\(.*", RETURN, ACQUIRE, THIS, Space.STATE);
    }

    /** JDK 25. */
    private static void addStableValue(Rows rows) {
        String stable = "jdk/internal/lang/stable/StableValueImpl";
        rows.row(stable, "wrapAndSet\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        rows.row(stable, "wrappedContentsAcquire\\(.*", RETURN, ACQUIRE, THIS, Space.STATE);
        rows.inside(
                stable, "(?!wrappedContentsAcquire)\\w+\\(.*", AFTER_GET, "contents", ACQUIRE, Rows.OWNER, Space.STATE);
    }

    /** From JDK 26 on. All elements of a lazy list, and all values of a lazy map, share the clock of the array that holds them. */
    private static void addLazyConstant(Rows rows) {
        String constant = "jdk/internal/lang/LazyConstantImpl";
        rows.row(constant, "setRelease\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        rows.row(constant, "getAcquire\\(.*", RETURN, ACQUIRE, THIS, Space.STATE);

        String lazy = "java/util/LazyCollections";
        String array = "[Ljava/lang/Object;";
        rows.row(lazy, "set\\(\\[Ljava/lang/Object;.*", ENTRY, RELEASE, Rows.ARG0, Space.STATE);
        Key elements = new Key.Field("elements", array);
        rows.row(lazy + "$LazyList", "(contentsAcquire|getSlowPath)\\(.*", RETURN, ACQUIRE, elements, Space.STATE);
        Key values = new Key.Field("values", array);
        rows.row(lazy + "$AbstractLazyMap", "orElseCompute\\(.*", RETURN, ACQUIRE, values, Space.STATE);
    }
}
