package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;

/** Swing: what waits for the event thread, and what a worker hands it, by monitors of the JDK. Its queue is one of locks. */
final class DesktopRules {
    private DesktopRules() {}

    static void add(Rows rows) {
        String event = "java/awt/event/InvocationEvent";
        rows.row(event, "finishedDispatching\\(.*", ENTRY, RELEASE, Rows.THIS, Space.STATE);
        rows.row(event, "isDispatched\\(.*", RETURN, ACQUIRE_IF_TRUE, Rows.THIS, Space.STATE);
        // SwingWorker.publish
        String collected = "sun/swing/AccumulativeRunnable";
        rows.row(collected, "add\\(.*", ENTRY, RELEASE, Rows.THIS, Space.STATE);
        rows.row(collected, "flush\\(.*", RETURN, ACQUIRE, Rows.THIS, Space.STATE);
    }
}
