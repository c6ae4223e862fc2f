package dev.photofinish.probe;

import dev.photofinish.shadow.ThreadShadow;
import dev.photofinish.window.Gate;
import dev.photofinish.window.Window;
import org.jspecify.annotations.Nullable;

/**
 * Marks the agent's code on an application's thread: weaving while a class is loaded. What it locks must not order the
 * application's threads.
 */
public final class AgentCode {
    private AgentCode() {}

    /** Begins; answers what {@link #leave} takes. */
    public static @Nullable ThreadShadow enter() {
        Window window = Gate.window;
        if (window == null) {
            return null;
        }
        ThreadShadow thread = window.shadow().current();
        return thread.enter() ? thread : null;
    }

    /** Interrupts the agent's code for a call of the application's, of its class loader say; answers what {@link #resume} takes. */
    public static @Nullable ThreadShadow pause() {
        Window window = Gate.window;
        if (window == null) {
            return null;
        }
        ThreadShadow thread = window.shadow().current();
        return thread.pause() ? thread : null;
    }

    /** Goes on with what {@link #pause} interrupted. */
    public static void resume(@Nullable ThreadShadow thread) {
        if (thread != null) {
            thread.resume();
        }
    }

    /** Ends what {@link #enter} began. */
    public static void leave(@Nullable ThreadShadow thread) {
        if (thread != null) {
            thread.leave();
        }
    }
}
