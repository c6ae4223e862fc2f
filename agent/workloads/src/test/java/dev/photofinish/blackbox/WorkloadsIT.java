package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Nothing is reported of a library's workload but what {@code known-reports.txt} names, in a window that is complete. */
final class WorkloadsIT {
    /** The library's packages by the name of its workload. */
    private static final Map<String, String> WORKLOADS = new TreeMap<>(Map.ofEntries(
            Map.entry("agrona", "org.agrona.**"),
            Map.entry("caffeine", "com.github.benmanes.caffeine.**"),
            Map.entry("disruptor", "com.lmax.disruptor.**"),
            // Of the JDK alone: what is watched are the workload's own fields.
            Map.entry("forkjoin", WorkloadRun.OWN),
            Map.entry("guava", "com.google.common.**"),
            Map.entry("h2", "org.h2.**"),
            Map.entry("hikari", "com.zaxxer.hikari.**"),
            Map.entry("jctools", "org.jctools.**"),
            Map.entry("jetty", "org.eclipse.jetty.**"),
            Map.entry("lucene", "org.apache.lucene.**"),
            Map.entry("netty", "io.netty.**"),
            Map.entry("reactor", "reactor.**"),
            Map.entry("rxjava", "io.reactivex.rxjava3.**"),
            Map.entry("virtual", WorkloadRun.OWN)));

    /** The first JDK that a workload runs on, where that is not the first that the agent does. */
    private static final Map<String, Integer> FIRST_JDK = Map.of("virtual", 21);

    /** A broker that has not started in its time has done nothing. */
    private static final Map<String, Integer> LEAST_SECONDS = Map.of("kafka", 5);

    private static final int SIDE_BY_SIDE = 2;
    private static final ExecutorService RUNNERS = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    private static final Set<KnownReport> SEEN = ConcurrentHashMap.newKeySet();

    @TestFactory
    Stream<DynamicNode> workloads_areNotAccused() throws Exception {
        List<KnownReport> known = known();
        int wanted = Integer.getInteger("workload.seconds", 10);
        List<DynamicNode> tests = new ArrayList<>();
        for (Jdk jdk : Jdk.installed()) {
            WORKLOADS.forEach((workload, library) -> {
                if (jdk.feature() < FIRST_JDK.getOrDefault(workload, 0)) {
                    return;
                }
                String seconds = Integer.toString(Math.max(wanted, LEAST_SECONDS.getOrDefault(workload, 0)));
                Future<WorkloadRun> run = RUNNERS.submit(() -> WorkloadRun.of(jdk, workload, library, seconds));
                tests.add(dynamicTest(workload + " on " + jdk, () -> check(run.get(), known)));
            });
        }
        return tests.stream();
    }

    private static void check(WorkloadRun run, List<KnownReport> known) {
        assertThat(run.count("windows")).as("windows of " + run.name()).isPositive();
        assertThat(run.count("events")).as("events of " + run.name()).isPositive();
        assertThat(run.count("incomplete"))
                .as("incomplete windows of " + run.name())
                .isZero();
        assertThat(run.count("lost")).as("lost events of " + run.name()).isZero();
        assertThat(run.lockOrders()).as("lock orders of " + run.name()).isEmpty();
        List<ReportedRace> unknown = new ArrayList<>();
        for (ReportedRace race : run.races()) {
            List<KnownReport> covering =
                    known.stream().filter(report -> report.covers(race)).toList();
            SEEN.addAll(covering);
            if (covering.isEmpty()) {
                unknown.add(race);
            }
        }
        assertThat(unknown)
                .as("reports of " + run.name() + " that nobody examined")
                .isEmpty();
    }

    /** Not a failure: what two threads meet at differs from run to run. */
    @AfterAll
    static void listWhatWasNotSeen() throws Exception {
        RUNNERS.shutdown();
        Set<String> unseen = new LinkedHashSet<>();
        for (KnownReport report : known()) {
            if (!SEEN.contains(report)) {
                unseen.add(report.toString());
            }
        }
        Files.write(Shipped.target().resolve("known-but-not-seen.txt"), unseen, StandardCharsets.UTF_8);
    }

    private static List<KnownReport> known() throws Exception {
        return KnownReport.read(
                Path.of(System.getProperty("photofinish.module"), "src/test/resources/known-reports.txt"));
    }
}
