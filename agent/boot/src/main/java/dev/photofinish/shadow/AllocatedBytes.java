package dev.photofinish.shadow;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How much threads have allocated, by the JVM's own count. */
public final class AllocatedBytes {
    /** Of virtual threads, and where nobody counts. */
    static final long UNKNOWN = -1;

    private static volatile @Nullable LongSupplier ofCurrentThread;

    private AllocatedBytes() {}

    /** Sets who tells what the calling thread has allocated since it began, in bytes, or something below 0; null for nobody. */
    public static void countBy(@Nullable LongSupplier count) {
        ofCurrentThread = count;
    }

    /** What the current thread has allocated, what probes allocated on it included; or {@link #UNKNOWN}. */
    static long ofThisThread() {
        LongSupplier count = ofCurrentThread;
        return count == null ? UNKNOWN : count.getAsLong();
    }
}
