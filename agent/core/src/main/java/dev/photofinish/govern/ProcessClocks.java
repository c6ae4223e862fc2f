package dev.photofinish.govern;

import dev.photofinish.shadow.AgentThreads;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The clocks of this process. */
public final class ProcessClocks implements Clocks {
    private static final long MILLION = 1_000_000L;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final @Nullable CompilationMXBean compilation = ManagementFactory.getCompilationMXBean();

    /** By thread id, kept when the thread is gone: what it used, it used. */
    private final Map<Long, Long> agentThreads = new HashMap<>();

    private final KernelThreads compilers = KernelThreads.compilers();
    private final KernelThreads operations = KernelThreads.operations();

    /** Clocks that have not been read yet. */
    public ProcessClocks() {}

    /** What the calling thread has allocated, in bytes, -1 of a virtual thread; null where this JVM does not count. */
    public static @Nullable LongSupplier allocatedByThisThread() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean counting
                        && counting.isThreadAllocatedMemorySupported()
                ? counting::getCurrentThreadAllocatedBytes
                : null;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public long processCpuNanos() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            long nanos = system.getProcessCpuTime();
            if (nanos >= 0) {
                return nanos;
            }
        }
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }

    @Override
    public synchronized long agentCpuNanos() {
        if (threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()) {
            for (Thread thread : AgentThreads.all()) {
                long nanos = threads.getThreadCpuTime(thread.getId());
                if (nanos > 0) {
                    agentThreads.put(thread.getId(), nanos);
                }
            }
        }
        long sum = 0;
        for (long nanos : agentThreads.values()) {
            sum += nanos;
        }
        return sum;
    }

    @Override
    public long ownCpuNanos() {
        return threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
                ? threads.getCurrentThreadCpuTime()
                : 0;
    }

    @Override
    public synchronized long compilerCpuNanos() {
        return compilers.cpuNanos(nanos()).orElseGet(this::compilationNanos);
    }

    @Override
    public synchronized long operationCpuNanos() {
        return operations.cpuNanos(nanos()).orElse(-1);
    }

    @Override
    public long compilationNanos() {
        return compilation != null && compilation.isCompilationTimeMonitoringSupported()
                ? compilation.getTotalCompilationTime() * MILLION
                : 0;
    }
}
