package dev.photofinish.outside;

import java.util.concurrent.locks.LockSupport;

/**
 * Small disturbances of the schedule that order nothing: off unless the JVM was given a seed. All state is plain, so that
 * drawing a number is no synchronization; two threads that draw the same one do no harm.
 */
public final class Jitter {
    private static final String SEED = "photofinish.seed";
    private static final boolean ON = System.getProperty(SEED) != null;
    private static final int KINDS = 5;
    private static final int MOST_NANOS = 2_000_000;

    private static long state = Long.getLong(SEED, 0);

    private Jitter() {}

    /** The seed that the JVM was given, 0 without one. */
    public static long seed() {
        return Long.getLong(SEED, 0);
    }

    /** A number for a later {@link #disturb}; 0 when off. */
    public static long draw() {
        if (!ON) {
            return 0;
        }
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (mixed ^ (mixed >>> 31)) | 1;
    }

    /** Does nothing, spins or parks for up to two milliseconds, as the number says. */
    public static void disturb(long number) {
        if (number == 0) {
            return;
        }
        int amount = (int) ((number >>> 8) & 0xFFFF);
        switch ((int) Long.remainderUnsigned(number, KINDS)) {
            case 0 -> LockSupport.parkNanos(1);
            case 1 -> spin(amount);
            case 2 -> LockSupport.parkNanos(Integer.toUnsignedLong(amount) * MOST_NANOS / 0xFFFF);
            case 3 -> {
                for (int i = 0; i < amount % 16; i++) {
                    LockSupport.parkNanos(1);
                }
            }
            default -> Thread.onSpinWait();
        }
    }

    private static void spin(int times) {
        for (int i = 0; i < times; i++) {
            Thread.onSpinWait();
        }
    }
}
