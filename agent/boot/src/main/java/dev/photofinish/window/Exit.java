package dev.photofinish.window;

import org.jspecify.annotations.Nullable;

/** What the agent does when the JVM begins to end, before any shutdown hook runs. */
public final class Exit {
    private static volatile @Nullable Runnable action;

    private Exit() {}

    /** Sets the action, or none. It must end soon and not throw: the JVM waits for it. */
    public static void set(@Nullable Runnable newAction) {
        action = newAction;
    }

    /** Called from woven code of the JDK. */
    public static void beforeHooks() {
        Runnable own = action;
        action = null;
        if (own != null) {
            own.run();
        }
    }
}
