package dev.photofinish.shadow;

/** Up to which epoch a thread has learned from others. Direct-mapped and lossy: forgetting costs an event. */
final class KnownEpochs {
    private static final int SLOTS = 16;

    private final int[] threads = new int[SLOTS];
    private final int[] epochs = new int[SLOTS];

    boolean knows(int thread, int throughEpoch) {
        int slot = thread & (SLOTS - 1);
        return threads[slot] == thread && epochs[slot] >= throughEpoch;
    }

    void learned(int thread, int throughEpoch) {
        int slot = thread & (SLOTS - 1);
        threads[slot] = thread;
        epochs[slot] = throughEpoch;
    }
}
