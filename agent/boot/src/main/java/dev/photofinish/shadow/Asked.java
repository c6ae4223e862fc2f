package dev.photofinish.shadow;

/**
 * What the agent wants to know of the windows that open from now on, because of threads that were inside a method when it was
 * woven: what woven code they run, and whether anybody reads what their old code writes.
 */
public final class Asked {
    private static volatile Thread[] threads = new Thread[0];
    private static volatile int[] fields = new int[0];

    private Asked() {}

    /** Asks about these threads, and who reads the volatile fields of these numbers. The arrays are not changed afterwards. */
    public static void about(Thread[] newThreads, int[] newFields) {
        threads = newThreads;
        fields = newFields;
    }

    static boolean about(Thread thread) {
        for (Thread asked : threads) {
            if (asked == thread) {
                return true;
            }
        }
        return false;
    }

    static int[] fields() {
        return fields;
    }
}
