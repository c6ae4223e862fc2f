package dev.photofinish.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files that this module ships, as they lie in its directory: the working directory of its tests. */
final class Shipped {
    static final Path README = Path.of("README.md");
    static final Path RULES = Path.of("prometheus/photofinish.rules.yml");
    static final Path RULES_TEST = Path.of("prometheus/photofinish.rules.test.yml");
    static final Path PROMETHEUS = Path.of("prometheus/prometheus.yml");
    static final Path ALERTMANAGER = Path.of("alertmanager/alertmanager.yml");
    static final Path DASHBOARD = Path.of("grafana/photofinish.json");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private Shipped() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
