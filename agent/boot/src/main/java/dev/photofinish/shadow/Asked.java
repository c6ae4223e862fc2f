package dev.photofinish.shadow;

/** Threads of which the agent wants to know what woven code they run: those that were inside a method when it was woven. */
public final class Asked {
    private static volatile Thread[] threads = new Thread[0];

    private Asked() {}

    /** Asks about these threads, in windows that open from now on. The array is not changed afterwards. */
    public static void about(Thread[] newThreads) {
        threads = newThreads;
    }

    static boolean about(Thread thread) {
        for (Thread asked : threads) {
            if (asked == thread) {
                return true;
            }
        }
        return false;
    }
}
