package dev.photofinish.workload;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** {@code Main <workload> <seconds>}: what a JVM of the workloads runs. */
public final class Main {
    private static final Map<String, Supplier<Workload>> WORKLOADS = new TreeMap<>(Map.ofEntries(
            Map.entry("agrona", AgronaWorkload::new),
            Map.entry("caffeine", CaffeineWorkload::new),
            Map.entry("disruptor", DisruptorWorkload::new),
            Map.entry("forkjoin", ForkJoinWorkload::new),
            Map.entry("guava", GuavaWorkload::new),
            Map.entry("h2", H2Workload::new),
            Map.entry("hikari", HikariWorkload::new),
            Map.entry("jctools", JctoolsWorkload::new),
            Map.entry("jetty", JettyWorkload::new),
            Map.entry("json", JsonWorkload::new),
            Map.entry("kafka", KafkaWorkload::new),
            Map.entry("lucene", LuceneWorkload::new),
            Map.entry("netty", NettyWorkload::new),
            Map.entry("reactor", ReactorWorkload::new),
            Map.entry("rxjava", RxJavaWorkload::new),
            Map.entry("virtual", VirtualWorkload::new)));

    private Main() {}

    /** Ends with 1 and a stack trace where the library's answers were wrong. */
    public static void main(String[] arguments) throws Exception {
        Supplier<Workload> workload = arguments.length == 2 ? WORKLOADS.get(arguments[0]) : null;
        if (workload == null) {
            throw new IllegalArgumentException(
                    "expected one of " + WORKLOADS.keySet() + " and seconds, found " + String.join(" ", arguments));
        }
        String done = workload.get().run(Duration.ofSeconds(Long.parseLong(arguments[1])));
        System.out.println(arguments[0] + ": " + done);
    }
}
