package dev.photofinish.govern;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The CPU time of threads of the JVM that Java does not know, by {@code /proc}. Of its compilers the JVM itself tells only how long they had
 * work: several times as much where the application leaves them no processor. Used by one thread at a time.
 */
final class KernelThreads {
    // The kernel keeps fifteen characters of a thread's name.
    private static final Pattern COMPILERS = Pattern.compile("(C1|C2|JVMCI) Compiler.*");
    private static final Pattern OPERATIONS = Pattern.compile("VM Thread");
    private static final Path TASKS = Path.of("/proc/self/task");

    /** Compiler threads come and go; all threads of the process are looked through no more often than this. */
    private static final long LOOK_NANOS = 5_000_000_000L;

    private final Path tasks;
    private final Pattern wanted;

    /** By thread; what one used that is gone it used. */
    private final Map<Path, Long> nanos = new HashMap<>();

    /** The other threads that there were when all were looked through: their names are not read again. */
    private Set<Path> others = Set.of();

    private long lookedNanos;
    private boolean looked;

    private KernelThreads(Path tasks, Pattern wanted) {
        this.tasks = tasks;
        this.wanted = wanted;
    }

    /** The JIT compilers. */
    static KernelThreads compilers() {
        return compilers(TASKS);
    }

    /** @param tasks a directory as the kernel's {@code /proc/self/task} */
    static KernelThreads compilers(Path tasks) {
        return new KernelThreads(tasks, COMPILERS);
    }

    /** The one thread that carries out what the JVM does while the application is stopped. */
    static KernelThreads operations() {
        return new KernelThreads(TASKS, OPERATIONS);
    }

    /** What they have used so far, in nanoseconds; empty where the kernel does not tell, or there are none. */
    OptionalLong cpuNanos(long now) {
        try {
            if (!looked || now - lookedNanos > LOOK_NANOS) {
                look();
                looked = true;
                lookedNanos = now;
            }
            for (Map.Entry<Path, Long> thread : nanos.entrySet()) {
                thread.setValue(used(thread.getKey(), thread.getValue()));
            }
        } catch (IOException | DirectoryIteratorException | NumberFormatException notTold) {
            return OptionalLong.empty();
        }
        return nanos.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        nanos.values().stream().mapToLong(Long::longValue).sum());
    }

    private void look() throws IOException {
        Set<Path> rest = new HashSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(tasks)) {
            for (Path task : all) {
                if (!others.contains(task) && wanted.matcher(name(task)).matches()) {
                    nanos.putIfAbsent(task, 0L);
                } else {
                    rest.add(task);
                }
            }
        }
        others = rest;
    }

    /** Empty of a thread that is gone. */
    private static String name(Path task) {
        try {
            return line(task.resolve("comm"));
        } catch (IOException gone) {
            return "";
        }
    }

    /** The first number is the time on a processor, in nanoseconds. Of a thread that is gone nothing can be read any more. */
    private static long used(Path task, long before) {
        try {
            return Long.parseLong(line(task.resolve("schedstat")).split(" ", 2)[0]);
        } catch (IOException gone) {
            return before;
        }
    }

    private static String line(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }
}
