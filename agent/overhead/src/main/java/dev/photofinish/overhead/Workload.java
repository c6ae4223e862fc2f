package dev.photofinish.overhead;

import java.util.Arrays;
import java.util.Locale;

/** A workload of {@code agent/workloads} that runs at full speed without an end of its own, and its library's packages. */
enum Workload {
    CAFFEINE("com.github.benmanes.caffeine.**"),
    H2("org.h2.**"),
    HIKARI("com.zaxxer.hikari.**"),
    JETTY("org.eclipse.jetty.**"),
    LUCENE("org.apache.lucene.**"),
    NETTY("io.netty.**");

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

    static Workload of(String key) {
        return Arrays.stream(values())
                .filter(workload -> workload.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected workloads of "
                        + Arrays.toString(values()).toLowerCase(Locale.ROOT) + ", found " + key));
    }
}
