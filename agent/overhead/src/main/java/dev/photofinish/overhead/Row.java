package dev.photofinish.overhead;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What runs beside the workload in the second JVM of a pair. */
enum Row {
    NONE("none", "no agent (A/A)"),
    ASLEEP("asleep", "asleep (`budget=0`)"),
    EVENTS("events", "asleep (`photofinish.sleep`), with the JDK's events of waits"),
    DEFAULT("default", "default budget (1 %)"),
    ATTACHED("attached", "default budget, attached after the warm-up"),
    FIVE("five", "budget of 5 %"),
    FULL("full", "full mode"),
    JFR("jfr", "stock JFR, `settings=default`"),
    LOCKS("profiler", "async-profiler, `event=lock`");

    private static final String RECORDING = "full.jfr";
    private static final String LOCK_PROFILE = "locks.jfr";

    private final String key;
    private final String title;

    Row(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** As {@code --rows} names it. */
    String key() {
        return key;
    }

    String title() {
        return title;
    }

    /** The options of {@code java}; {@code files} is a directory for what it writes, the receiver takes what it sends. */
    List<String> options(Built built, Workload workload, Path files, Receiver receiver) {
        String include = include(workload, files);
        String windows = windows(workload, files, receiver);
        return switch (this) {
            case NONE, ATTACHED -> List.of();
            case ASLEEP -> List.of(agent(built, "budget=0," + windows));
            case EVENTS -> List.of("-Dphotofinish.sleep=true", agent(built, windows));
            case DEFAULT -> List.of(agent(built, windows));
            case FIVE -> List.of(agent(built, "budget=5," + windows));
            case FULL -> List.of(agent(built, "mode=full,output=" + files.resolve(RECORDING) + "," + include));
            case JFR -> List.of("-XX:StartFlightRecording:settings=default");
            case LOCKS ->
                List.of("-agentpath:" + built.profiler() + "=start,event=lock,file=" + files.resolve(LOCK_PROFILE));
        };
    }

    /** The agent's options with windows. */
    static String windows(Workload workload, Path files, Receiver receiver) {
        return include(workload, files) + ",analyzer=" + receiver.address();
    }

    private static String include(Workload workload, Path files) {
        return "include=" + workload.include() + ",dir=" + files;
    }

    /** The file that proves that it was at work; empty where there is none. */
    String leaves() {
        return switch (this) {
            case FULL -> RECORDING;
            case LOCKS -> LOCK_PROFILE;
            case NONE, ASLEEP, EVENTS, DEFAULT, ATTACHED, FIVE, JFR -> "";
        };
    }

    private static String agent(Built built, String options) {
        return "-javaagent:" + built.agentJar() + "=" + options;
    }

    static Row of(String key) {
        for (Row row : values()) {
            if (row.key.equals(key)) {
                return row;
            }
        }
        throw new IllegalArgumentException("expected rows of " + keys(", ") + ", found " + key);
    }

    /** All there are, as {@code --rows} names them. */
    static String keys(String separator) {
        return Arrays.stream(values()).map(Row::key).collect(Collectors.joining(separator));
    }
}
