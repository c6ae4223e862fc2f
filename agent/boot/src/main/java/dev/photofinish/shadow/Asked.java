package dev.photofinish.shadow;

/**
 * What the agent wants to know of the windows that open from now on, because of threads that were inside a method when it was
 * woven: what woven code they run, and who may be ordered by what their old code does unseen.
 */
public final class Asked {
    private static volatile Thread[] threads = new Thread[0];
    private static volatile UnseenWays ways = UnseenWays.NONE;

    private Asked() {}

    /** Asks about these threads, and who uses these ways. The array is not changed afterwards. */
    public static void about(Thread[] newThreads, UnseenWays newWays) {
        threads = newThreads;
        ways = newWays;
    }

    static boolean about(Thread thread) {
        for (Thread asked : threads) {
            if (asked == thread) {
                return true;
            }
        }
        return false;
    }

    static UnseenWays ways() {
        return ways;
    }
}
