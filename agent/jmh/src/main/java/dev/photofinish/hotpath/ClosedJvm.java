package dev.photofinish.hotpath;

import dev.photofinish.window.Gate;
import dev.photofinish.window.Window;
import java.util.Map;

/**
 * Brings a JVM with the agent to where nothing is open any more, after every operation was seen in a window: its probes are
 * there, and its code was compiled with them open, as after hours in production. Once in each JVM.
 */
final class ClosedJvm {
    /** The window of the JVM's start is followed by another at once. */
    private static final int START_UP = 1;

    private static final long PATIENCE_NANOS = 120_000_000_000L;

    /** Longer than the agent rests between two windows. */
    private static final long LONGEST_REST_NANOS = 5_000_000_000L;

    private static boolean closed;

    private ClosedJvm() {}

    /**
     * Waits for it.
     *
     * @param operations by name; each is called often enough to be compiled
     */
    static synchronized void await(Map<String, Runnable> operations) {
        if (closed) {
            return;
        }
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        operations.forEach((name, operation) -> see(name, operation, deadline));
        while (awaitWindow(deadline).number() == START_UP) {
            spin(deadline);
        }
        AgentState.openNoMore();
        awaitLast(deadline);
        closed = true;
    }

    /** A window that is open now is the last; if none is, the agent may have chosen its rest before it was told. */
    private static void awaitLast(long deadline) {
        long end = System.nanoTime() + LONGEST_REST_NANOS;
        while (Gate.window == null && System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        while (Gate.window != null) {
            spin(deadline);
        }
    }

    private static void see(String name, Runnable operation, long deadline) {
        Window window;
        long met;
        do {
            window = awaitWindow(deadline);
            long before = window.shadow().cost().entries();
            for (int i = 0; i < HotPath.COMPILED; i++) {
                operation.run();
            }
            met = window.shadow().cost().entries() - before;
        } while (Gate.fieldWindow != window);
        if (met < HotPath.COMPILED) {
            throw new IllegalStateException(
                    name + ": a probe for each of " + HotPath.COMPILED + " calls expected, found " + met);
        }
    }

    private static Window awaitWindow(long deadline) {
        Window window = Gate.fieldWindow;
        while (window == null) {
            spin(deadline);
            window = Gate.fieldWindow;
        }
        return window;
    }

    private static void spin(long deadline) {
        if (System.nanoTime() - deadline > 0) {
            throw new IllegalStateException("windows of the agent expected within two minutes, found "
                    + (Gate.window == null ? "none" : "one that does not close"));
        }
        Thread.onSpinWait();
    }
}
