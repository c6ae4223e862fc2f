package dev.photofinish.overhead;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is to be measured.
 *
 * @param seconds measured in each JVM, after the warm-up
 * @param loadPercent which part of the time the threads of a workload work
 * @param sliceMillis how long each of the JVMs runs at a time, which are all alive at once then; 0 for one JVM after the other
 */
record Settings(
        int pairs,
        int seconds,
        int warmUpSeconds,
        int loadPercent,
        int sliceMillis,
        List<Workload> workloads,
        List<Row> rows,
        List<Jdk> jdks,
        Built built,
        Path output) {
    private static final int MOST = 3600;
    private static final int FULL_LOAD = 100;

    /** Default values in the order of the help text. */
    private static Map<String, String> defaults() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("pairs", "10");
        values.put("seconds", "30");
        values.put("warmup", "20");
        values.put("load", "100");
        values.put("slice", "0");
        values.put("workloads", Workload.keys(","));
        values.put("rows", Row.keys(","));
        values.put("jdks", System.getProperty("java.home"));
        values.put("root", ".");
        values.put("output", "");
        return values;
    }

    /** Whether the JVMs are alive at once, and stopped most of the time. */
    boolean inSlices() {
        return sliceMillis > 0;
    }

    /** Whether the threads of a workload rest at no time. */
    boolean atFullLoad() {
        return loadPercent == FULL_LOAD;
    }

    /** How many JVMs share the time: in slices one for each row, and one without an agent. */
    int jvmsAtOnce() {
        return inSlices() ? rows.size() + 1 : 1;
    }

    /** Reads {@code --key value ...}. */
    static Settings parse(String... arguments) {
        Map<String, String> values = defaults();
        for (int i = 0; i < arguments.length; i += 2) {
            String key = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (!values.containsKey(key) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "expected --key value with a key of " + values.keySet() + ", found " + arguments[i]);
            }
            values.put(key, arguments[i + 1]);
        }
        Built built = new Built(Path.of(text(values, "root")).toAbsolutePath().normalize());
        String output = text(values, "output");
        List<Row> rows = list(values, "rows", Row::of);
        return new Settings(
                number(values, "pairs", 1),
                number(values, "seconds", 1),
                number(values, "warmup", 0),
                number(values, "load", 1, FULL_LOAD),
                number(values, "slice", 0),
                list(values, "workloads", Workload::of),
                rows,
                list(values, "jdks", home -> Jdk.at(Path.of(home))),
                built,
                output.isEmpty() ? built.page() : writable(Path.of(output).toAbsolutePath()));
    }

    /** Asked now, as the first result may be hours away. */
    private static Path writable(Path output) {
        Path directory = output.getParent();
        if (Files.isDirectory(output) || directory == null || !Files.isWritable(directory)) {
            throw new IllegalArgumentException(
                    "--output: a file in a directory that can be written expected, found " + output);
        }
        return output;
    }

    private static String text(Map<String, String> values, String key) {
        return values.getOrDefault(key, "");
    }

    private static int number(Map<String, String> values, String key, int least) {
        return number(values, key, least, MOST);
    }

    private static int number(Map<String, String> values, String key, int least, int most) {
        String found = text(values, key);
        int number = found.matches("\\d{1,4}") ? Integer.parseInt(found) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    "--" + key + ": a number from " + least + " to " + most + " expected, found " + found);
        }
        return number;
    }

    private static <T> List<T> list(Map<String, String> values, String key, Function<String, T> each) {
        List<T> list = new ArrayList<>();
        for (String name : text(values, key).split(",", -1)) {
            list.add(each.apply(name));
        }
        return List.copyOf(list);
    }
}
