package dev.photofinish.overhead;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A workload of {@code agent/workloads} that runs at full speed without an end of its own, and its library's packages: its own
 * where it uses the JDK alone.
 */
enum Workload {
    CAFFEINE("com.github.benmanes.caffeine.**"),
    FORKJOIN("dev.photofinish.workload.**"),
    H2("org.h2.**"),
    HIKARI("com.zaxxer.hikari.**"),
    JSON("org.eclipse.jetty.**;com.fasterxml.jackson.**"),
    KAFKA("org.apache.kafka.**;kafka.**"),
    LUCENE("org.apache.lucene.**"),
    NETTY("io.netty.**"),
    VIRTUAL("dev.photofinish.workload.**");

    private final String include;

    Workload(String include) {
        this.include = include;
    }

    String include() {
        return include;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All there are, as {@code --workloads} names them. */
    static String keys(String separator) {
        return Arrays.stream(values()).map(Workload::key).collect(Collectors.joining(separator));
    }

    static Workload of(String key) {
        return Arrays.stream(values())
                .filter(workload -> workload.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected workloads of "
                        + Arrays.toString(values()).toLowerCase(Locale.ROOT) + ", found " + key));
    }
}
