package dev.photofinish.analyzer.serve;

import static dev.photofinish.analyzer.serve.RunningAnalyzer.JVM;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern HELP = Pattern.compile("# HELP (\\S+) (.+)");
    private static final Pattern SERIES = Pattern.compile("([a-z_]+)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    /** If this fails on purpose, dashboards and alerts of others break: say so in the change log. */
    @Test
    void exportedNamesAndLabels_areAsPublished(@TempDir Path dataDir) throws IOException {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            analyzer.post(1, RecordedChunk.of(() -> {
                RecordedChunk.status(JVM, "open");
                RecordedChunk.race(1, "com.acme.Shop.count", "a", "b");
                RecordedChunk.handoff(2, Duration.ofMillis(2), Duration.ofMillis(3));
                RecordedChunk.incomplete(3);
                RecordedChunk.loss("spool", 3);
                ContendedMonitor.waitOnce("holder");
            }));
            analyzer.awaitChunks("analysed", 1);

            assertThat(namesAndLabels(analyzer.get("/metrics").body())).isEqualTo(golden());
        }
    }

    @Test
    void everyMetric_hasHelp(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            String body = analyzer.get("/metrics").body();
            Set<String> typed = new TreeSet<>();
            Set<String> helped = new TreeSet<>();
            body.lines().map(TYPE::matcher).filter(Matcher::matches).forEach(type -> typed.add(type.group(1)));
            body.lines().map(HELP::matcher).filter(Matcher::matches).forEach(help -> helped.add(help.group(1)));

            assertThat(helped).isEqualTo(typed).isNotEmpty();
        }
    }

    @Test
    void windows_areCountedByOutcome(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            analyzer.post(1, RecordedChunk.of(() -> {
                RecordedChunk.status(JVM, "open");
                RecordedChunk.race(1, "com.acme.Shop.count", "a", "b");
                RecordedChunk.incomplete(2);
                RecordedChunk.incomplete(3);
            }));
            analyzer.awaitChunks("analysed", 1);

            assertThat(analyzer.metric("photofinish_windows_total{outcome=\"complete\"}"))
                    .isEqualTo(1);
            assertThat(analyzer.metric("photofinish_windows_total{outcome=\"incomplete\"}"))
                    .isEqualTo(2);
            assertThat(analyzer.metric("photofinish_events_total{type=\"photofinish.Window\"}"))
                    .isEqualTo(3);
            assertThat(analyzer.metric("photofinish_race_observations_total{grade=\"medium\",service=\"shop\"}"))
                    .isEqualTo(1);
        }
    }

    @Test
    void manyServices_doNotMultiplyTheSeries(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            RecordedChunk chunk = RecordedChunk.of(() -> RecordedChunk.incomplete(1));
            int services = 230;
            for (int i = 0; i < services; i++) {
                String instance = String.format("00000000-0000-0000-0000-%012d", i);
                analyzer.send(analyzer.chunk(instance, 1, chunk.gzip())
                        .setHeader("Photofinish-Service", "service-" + i)
                        .build());
            }
            analyzer.awaitChunks("analysed", services);

            String body = analyzer.get("/metrics").body();

            assertThat(body.lines()
                            .filter(line -> line.startsWith("photofinish_race_observations_total{grade=\"low\"")))
                    .hasSize(201);
            assertThat(body).contains("service=\"other\"");
        }
    }

    private static String namesAndLabels(String body) {
        Map<String, String> types = new TreeMap<>();
        Map<String, Set<String>> labels = new TreeMap<>();
        for (String line : body.lines().toList()) {
            Matcher type = TYPE.matcher(line);
            Matcher series = SERIES.matcher(line);
            if (type.matches()) {
                types.put(type.group(1), type.group(2));
            } else if (series.matches()) {
                String family = family(series.group(1), types);
                Set<String> names = labels.computeIfAbsent(family, key -> new TreeSet<>());
                if (series.group(2) != null) {
                    LABEL.matcher(series.group(2)).results().forEach(label -> names.add(label.group(1)));
                }
            }
        }
        StringBuilder text = new StringBuilder();
        types.forEach((name, type) -> text.append(name)
                .append(' ')
                .append(type)
                .append(' ')
                .append(labels.getOrDefault(name, Set.of()))
                .append('\n'));
        return text.toString();
    }

    private static String family(String series, Map<String, String> types) {
        return types.containsKey(series) ? series : series.replaceFirst("_(bucket|count|sum)$", "");
    }

    private static String golden() throws IOException {
        try (InputStream file = MetricsTest.class.getResourceAsStream("/golden/metrics.txt")) {
            if (file == null) {
                throw new AssertionError("golden/metrics.txt is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
