package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;

/** Rows "StructuredTaskScope" and "StableValue" of the rule book: previews of JDK 25. */
final class PreviewRules {
    private static final Key THIS = Rows.THIS;

    private PreviewRules() {}

    static void add(Rows rows) {
        String scope = Rows.JUC + "StructuredTaskScopeImpl";
        String subtask = scope + "$SubtaskImpl";
        Key owner = Rows.field("scope", scope);
        rows.inside(subtask, "run\\(.*", BEFORE_PUT, "result", RELEASE, Rows.OWNER, Space.DONE);
        rows.inside(subtask, "(get|exception|state)\\(.*", AFTER_GET, "result", ACQUIRE, Rows.OWNER, Space.DONE);
        rows.row(subtask, "run\\(.*", RETURN, RELEASE, owner, Space.STATE);
        rows.row(scope, "onComplete\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        rows.inside(scope, "join\\(.*", AFTER_CALL, "awaitAll", ACQUIRE, THIS, Space.STATE);
        rows.row(scope, "close\\(.*", RETURN, ACQUIRE, THIS, Space.STATE);

        String stable = "jdk/internal/lang/stable/StableValueImpl";
        rows.row(stable, "wrapAndSet\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        rows.row(stable, "wrappedContentsAcquire\\(.*", RETURN, ACQUIRE, THIS, Space.STATE);
        rows.inside(
                stable, "(?!wrappedContentsAcquire)\\w+\\(.*", AFTER_GET, "contents", ACQUIRE, Rows.OWNER, Space.STATE);
    }
}
