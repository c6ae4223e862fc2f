package dev.photofinish.blackbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a living JVM has, of all that an agent could leak.
 *
 * @param heap live bytes after a collection
 * @param metaspace bytes in use
 * @param files open file descriptors
 * @param threads as the program sees them
 * @param loaders isolated loaders of the agent
 * @param fullCodeCaches how often the code cache was full, after which a JVM compiles no more for a while
 * @param nativeKilobytes committed, by category of NMT; empty where the JVM does not track it
 */
record Footprint(
        long heap,
        long metaspace,
        long files,
        long threads,
        long loaders,
        long fullCodeCaches,
        Map<String, Long> nativeKilobytes) {
    private static final String LOADER = "dev.photofinish.entry.IsolatedLoader";
    private static final Pattern CATEGORY = Pattern.compile("- +([A-Za-z ]+) \\(reserved=\\d+KB, committed=(\\d+)KB");

    private static final Pattern FULL = Pattern.compile("\\bfull_count=(\\d+)");

    /** Collects and measures. */
    static Footprint of(Jdk jdk, LiveJvm toiler, String name) throws Exception {
        long heap = toiler.measure("heap");
        return new Footprint(
                heap,
                toiler.measure("metaspace"),
                files(toiler),
                toiler.measure("threads"),
                loaders(jdk, toiler, name),
                fullCodeCaches(jdk, toiler, name),
                nativeMemory(jdk, toiler, name));
    }

    private static long files(LiveJvm jvm) throws Exception {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(jvm.pid()), "fd"))) {
            return files.count();
        }
    }

    /** How many loaders of agents, attached or gone, the JVM has. */
    static long loaders(Jdk jdk, LiveJvm jvm, String name) throws Exception {
        Command.Outcome outcome =
                Command.of(jdk.jcmd(), jvm.pid(), "VM.classloader_stats").run(name + "-loaders");
        return outcome.out().lines().filter(line -> line.contains(LOADER)).count();
    }

    private static long fullCodeCaches(Jdk jdk, LiveJvm jvm, String name) throws Exception {
        Command.Outcome outcome =
                Command.of(jdk.jcmd(), jvm.pid(), "Compiler.codecache").run(name + "-code");
        Matcher matcher = FULL.matcher(outcome.out());
        if (!matcher.find()) {
            throw new IllegalStateException("expected full_count of the code cache, found " + outcome);
        }
        return Long.parseLong(matcher.group(1));
    }

    private static Map<String, Long> nativeMemory(Jdk jdk, LiveJvm jvm, String name) throws Exception {
        Command.Outcome outcome = Command.of(jdk.jcmd(), jvm.pid(), "VM.native_memory", "summary", "scale=KB")
                .run(name + "-native");
        Map<String, Long> categories = new TreeMap<>();
        Matcher matcher = CATEGORY.matcher(outcome.out());
        while (matcher.find()) {
            categories.put(matcher.group(1).strip(), Long.parseLong(matcher.group(2)));
        }
        return categories;
    }

    /** What has grown beyond its allowance since {@code before}, in words; empty if nothing has. */
    List<String> growthSince(Footprint before, Allowance allowance) {
        List<String> growth = new ArrayList<>();
        add(growth, "bytes of live heap", before.heap, heap, allowance.heap);
        add(growth, "bytes of metaspace", before.metaspace, metaspace, allowance.metaspace);
        add(growth, "file descriptors", before.files, files, allowance.files);
        add(growth, "threads", before.threads, threads, allowance.threads);
        allowance.nativeKilobytes.forEach((category, most) -> add(
                growth,
                "KB of " + category,
                before.nativeKilobytes.getOrDefault(category, 0L),
                nativeKilobytes.getOrDefault(category, 0L),
                most));
        return growth;
    }

    private static void add(List<String> growth, String what, long before, long after, long most) {
        if (after - before > most) {
            growth.add("expected at most " + most + " " + what + " more than " + before + ", found " + after);
        }
    }

    /** How much more there may be. */
    record Allowance(long heap, long metaspace, long files, long threads, Map<String, Long> nativeKilobytes) {}
}
