package dev.photofinish.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.photofinish.peer.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeTest {
    private static final Path DIRECTORY = Path.of("../deploy/compose");
    private static final Path RULES = Path.of("prometheus/photofinish.rules.yml");
    private static final Pattern REQUIRED_VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:\\?)?");
    private static final YAMLMapper YAML = new YAMLMapper();

    @ParameterizedTest
    @MethodSource("services")
    void service_isBoundToLoopbackOnly(String service) throws IOException {
        assertThat(compose().path("services").path(service).path("ports"))
                .isNotEmpty()
                .allMatch(port -> port.asText().startsWith("127.0.0.1:"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void service_hasNoRightsToSpare(String service) throws IOException {
        JsonNode declared = compose().path("services").path(service);

        assertThat(declared.path("cap_drop").path(0).asText()).isEqualTo("ALL");
        assertThat(declared.path("security_opt").path(0).asText()).isEqualTo("no-new-privileges:true");
        assertThat(declared.path("image").asText()).matches("[a-z/-]+:v?\\d+(\\.\\d+)+");
    }

    @ParameterizedTest
    @MethodSource("services")
    void service_mountsOnlyWhatIsThere(String service) throws IOException {
        JsonNode compose = compose();
        for (JsonNode volume : compose.path("services").path(service).path("volumes")) {
            String source = volume.asText().split(":", -1)[0];
            if (source.startsWith(".")) {
                assertThat(DIRECTORY.resolve(source)).exists();
            } else {
                assertThat(compose.path("volumes").has(source))
                        .as("volume %s", source)
                        .isTrue();
            }
        }
    }

    @Test
    void variables_areRequiredAndExplained() throws IOException {
        List<MatchResult> variables = REQUIRED_VARIABLE
                .matcher(Files.readString(DIRECTORY.resolve("compose.yaml")))
                .results()
                .toList();
        String example = Files.readString(DIRECTORY.resolve("env.example"));

        assertThat(variables).hasSize(4).allSatisfy(variable -> {
            assertThat(variable.group(2))
                    .as("%s is required", variable.group(1))
                    .isNotNull();
            assertThat(example).contains(variable.group(1) + "=\n");
        });
    }

    @Test
    void prometheusConfiguration_isAcceptedByPromtool(@TempDir Path directory) throws IOException {
        Path token = Files.writeString(directory.resolve("read_token"), "secret");
        Files.copy(RULES, directory.resolve("photofinish.rules.yml"));
        String configuration = Files.readString(DIRECTORY.resolve("prometheus.yml"));
        assertThat(configuration).contains("/run/secrets/read_token");
        Files.writeString(
                directory.resolve("prometheus.yml"),
                configuration.replace("/run/secrets/read_token", token.toString()));

        Peer.Output checked = Peer.required("promtool", "Debian package prometheus")
                .run(directory, "check", "config", "prometheus.yml");

        assertThat(checked.exitCode()).as(checked.text()).isZero();
    }

    @Test
    void grafana_findsTheDashboardWhereItIsMounted() throws IOException {
        String provisioned = YAML.readTree(
                        DIRECTORY.resolve("grafana/dashboards.yml").toFile())
                .path("providers")
                .path(0)
                .path("options")
                .path("path")
                .asText();

        assertThat(compose().path("services").path("grafana").path("volumes"))
                .anyMatch(volume -> volume.asText().equals("../../dashboards/grafana:" + provisioned + ":ro"));
    }

    static Stream<String> services() throws IOException {
        return compose().path("services").properties().stream().map(Map.Entry::getKey);
    }

    private static JsonNode compose() throws IOException {
        return YAML.readTree(DIRECTORY.resolve("compose.yaml").toFile());
    }
}
