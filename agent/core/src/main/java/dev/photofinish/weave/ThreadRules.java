package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;

/** Rows "Thread.start", "termination" and "Timer" of the rule book. */
final class ThreadRules {
    private ThreadRules() {}

    static void add(Rows rows) {
        rows.row("java/lang/Thread", "start\\(.*", ENTRY, RELEASE, Rows.THIS, Space.START);
        rows.row("java/lang/VirtualThread", "start\\(.*", ENTRY, RELEASE, Rows.THIS, Space.START);
        // Whoever ends the JVM starts it.
        rows.row("java/lang/Runtime", "addShutdownHook\\(.*", ENTRY, RELEASE, Rows.ARG0, Space.START);
        rows.row("java/lang/Thread", "join\\(.*", RETURN, JOINED, Rows.THIS, Space.START);
        rows.row("java/util/TaskQueue", "add\\(.*", ENTRY, RELEASE, Rows.THIS, Space.STATE); // of java.util.Timer
        rows.row("java/util/TaskQueue", "getMin\\(.*", RETURN, ACQUIRE, Rows.THIS, Space.STATE);
    }
}
