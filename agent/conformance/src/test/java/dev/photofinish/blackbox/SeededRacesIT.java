package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Races that show themselves ten times a second, once a second and once in ten seconds, each in JVMs of its own under an agent with
 * the default budget: how many are found within ten minutes, and when.
 */
@Tag("nightly")
final class SeededRacesIT {
    private static final String RACED = "dev.photofinish.victim.Meetings.meeting";
    private static final List<Double> PER_SECOND = List.of(10.0, 1.0, 0.1);
    private static final int RUNS = Integer.getInteger("photofinish.seeded.runs", 10);
    private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("photofinish.seeded.seconds", 600));
    private static final double WANTED = 0.95;

    /** A JVM and what was seen of its race so far. */
    private static final class Seeded implements AutoCloseable {
        final double perSecond;
        final LiveJvm jvm;
        final ChunkReceiver receiver;
        final long began;
        double foundAfterSeconds = Double.POSITIVE_INFINITY;

        Seeded(Jdk jdk, double perSecond, int run) throws IOException, InterruptedException {
            this.perSecond = perSecond;
            String name = String.format(Locale.ROOT, "seeded-%d-%s-%d", jdk.feature(), perSecond, run);
            receiver = new ChunkReceiver(name).up();
            jvm = LiveJvm.start(
                    jdk,
                    LiveJvm.temporaryDirectory(name),
                    name,
                    List.of(
                            "-javaagent:" + Shipped.agentJar() + "=include=dev.photofinish.victim.**,analyzer="
                                    + receiver.address(),
                            "-cp",
                            Shipped.programs().toString(),
                            "dev.photofinish.victim.Meetings",
                            Double.toString(perSecond),
                            Integer.toString(run)));
            began = System.nanoTime();
        }

        boolean isFound() {
            return Double.isFinite(foundAfterSeconds);
        }

        /** Whether it need not be looked at any more: found, or its time is over. */
        boolean isDecided() throws IOException {
            if (isFound()) {
                return true;
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            boolean late = seconds > PATIENCE.toSeconds();
            if (!late
                    && WindowSightings.in(receiver.directory(), RACED).stream()
                            .anyMatch(WindowSightings.Sighting::seen)) {
                foundAfterSeconds = seconds;
            }
            return isFound() || late;
        }

        @Override
        public void close() {
            jvm.close();
            receiver.close();
        }
    }

    @Test
    void seededRaces_areFoundWithinTenMinutes() throws Exception {
        List<Seeded> all = new ArrayList<>();
        try {
            for (int run = 1; run <= RUNS; run++) {
                for (Jdk jdk : Jdk.installed()) {
                    for (double perSecond : PER_SECOND) {
                        all.add(new Seeded(jdk, perSecond, run));
                    }
                }
            }
            Await.until("all decided", PATIENCE.multipliedBy(2), () -> areDecided(all));
            Map<Double, List<Double>> seconds = new TreeMap<>();
            for (Seeded seeded : all) {
                if (seeded.isFound()) {
                    assertThat(Analysis.of(seeded.receiver.directory()).fields())
                            .as(seeded.receiver.directory().toString())
                            .containsExactly(RACED);
                }
                seconds.computeIfAbsent(seeded.perSecond, rate -> new ArrayList<>())
                        .add(seeded.foundAfterSeconds);
            }
            Files.writeString(Shipped.target().resolve("seeded.md"), page(seconds), StandardCharsets.UTF_8);
            seconds.forEach((rate, found) -> assertThat(
                            found.stream().filter(Double::isFinite).count())
                    .as("found of " + found.size() + " with " + rate + " a second: " + found)
                    .isGreaterThanOrEqualTo((long) Math.ceil(WANTED * found.size())));
        } finally {
            all.forEach(Seeded::close);
        }
    }

    private static boolean areDecided(List<Seeded> all) throws IOException {
        boolean decided = true;
        for (Seeded seeded : all) {
            decided &= seeded.isDecided();
        }
        return decided;
    }

    private static String page(Map<Double, List<Double>> seconds) {
        StringBuilder page = new StringBuilder(
                "| meetings a second | runs | found | median s | longest s |\n|---|---|---|---|---|\n");
        seconds.forEach((rate, all) -> {
            double[] found = all.stream()
                    .filter(Double::isFinite)
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %.0f | %.0f |%n",
                    rate,
                    all.size(),
                    found.length,
                    found.length == 0 ? Double.NaN : found[found.length / 2],
                    Arrays.stream(found).max().orElse(Double.NaN)));
        });
        return page.toString();
    }
}
