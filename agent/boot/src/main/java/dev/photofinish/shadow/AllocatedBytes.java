package dev.photofinish.shadow;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** How much threads have allocated, by the JVM's own count. */
public final class AllocatedBytes {
    /** Of virtual threads, and where the JVM or the application has it switched off. */
    static final long UNKNOWN = -1;

    private static volatile @Nullable ThreadMXBean threads;

    private AllocatedBytes() {}

    /** Looks for the count, which loads classes: not for the application's threads. Without it all is unknown. */
    public static void find() {
        if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean found
                && found.isThreadAllocatedMemorySupported()) {
            threads = found;
        }
    }

    /** What the current thread has allocated since it began, in bytes, what probes allocated on it included; or {@link #UNKNOWN}. */
    static long ofThisThread() {
        ThreadMXBean found = threads;
        return found == null ? UNKNOWN : found.getCurrentThreadAllocatedBytes();
    }
}
