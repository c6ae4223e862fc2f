package dev.photofinish.timing;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process, and the machine, have used until a moment.
 *
 * @param allocatedBytes by the Java threads that are alive
 * @param machineTicks in which some processor of the machine was at work or taken away by the hypervisor
 * @param allTicks of all processors of the machine, idle ones too
 */
record Clocks(long nanos, long cpuNanos, long allocatedBytes, long machineTicks, long allTicks) {
    /** Of the first line of {@code /proc/stat}: guest times are contained in user times. */
    private static final int FIELDS = 8;

    private static final int IDLE = 3;
    private static final int WAITING = 4;

    static Clocks read() {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            allocated += Math.max(0, bytes);
        }
        String[] ticks = line(Path.of("/proc/stat"), "cpu ").split("\\s+", FIELDS + 2);
        long all = 0;
        long idle = 0;
        for (int i = 0; i < FIELDS; i++) {
            long value = Long.parseLong(ticks[i + 1]);
            all += value;
            idle += i == IDLE || i == WAITING ? value : 0;
        }
        return new Clocks(System.nanoTime(), process.getProcessCpuTime(), allocated, all - idle, all);
    }

    /** The most memory that this process has had resident. */
    static long peakKibibytes() {
        return Long.parseLong(line(Path.of("/proc/self/status"), "VmHWM:").replaceAll("\\D", ""));
    }

    private static String line(Path file, String start) {
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (line.startsWith(start)) {
                    return line;
                }
            }
            throw new IllegalStateException("expected a line " + start + " in " + file + ", found none");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Which share of the machine's processors other processes used since, or the hypervisor took. */
    double othersSince(Clocks earlier) {
        double all = (double) Math.max(1, allTicks - earlier.allTicks);
        double busy = (machineTicks - earlier.machineTicks) / all;
        double cores = Runtime.getRuntime().availableProcessors();
        double own = (cpuNanos - earlier.cpuNanos) / (cores * Math.max(1, nanos - earlier.nanos));
        return Math.max(0, busy - own);
    }
}
