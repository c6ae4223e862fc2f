package dev.photofinish.analyzer.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServeOptionsTest {
    @Test
    void nothingGiven_listensOnLoopback() {
        ServeOptions options = ServeOptions.read(Map.of(), new Properties(), null);

        assertThat(options.http().host()).isEqualTo("127.0.0.1");
        assertThat(options.http().port()).isEqualTo(9464);
        assertThat(options.retention()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void environment_winsOverPropertyAndFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("a.properties"), "retentionDays=1\ngapChunks=11\nmaxInstances=21\n");
        Properties properties = new Properties();
        properties.setProperty("photofinish.analyzer.retentionDays", "2");
        properties.setProperty("photofinish.analyzer.gapChunks", "12");

        ServeOptions options = ServeOptions.read(Map.of("PHOTOFINISH_ANALYZER_RETENTION_DAYS", "3"), properties, file);

        assertThat(options.retention()).isEqualTo(Duration.ofDays(3));
        assertThat(options.ingest().gapChunks()).isEqualTo(12);
        assertThat(options.ingest().maxInstances()).isEqualTo(21);
    }

    @ParameterizedTest
    @EnumSource(ServeKey.class)
    void everyKey_hasAVariable(ServeKey key) {
        assertThat(ServeKey.ofVariable(key.variable())).contains(key);
        assertThat(key.variable()).matches("PHOTOFINISH_ANALYZER_[A-Z]+(_[A-Z]+)*");
    }

    @Test
    void unknownKey_isNamedWithWhatIsExpected(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("a.properties"), "lisen=127.0.0.1:1\n");

        assertThatThrownBy(() -> ServeOptions.read(Map.of(), new Properties(), file))
                .isInstanceOf(OptionsException.class)
                .hasMessageStartingWith("unknown option lisen (file " + file + "): expected one of listen, dataDir, ");
    }

    @Test
    void unknownVariable_isNamed() {
        assertThatThrownBy(() -> ServeOptions.read(Map.of("PHOTOFINISH_ANALYZER_LISEN", "x"), new Properties(), null))
                .isInstanceOf(OptionsException.class)
                .hasMessageStartingWith("unknown variable PHOTOFINISH_ANALYZER_LISEN: expected ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SERVICE_HOST",
                "SERVICE_PORT",
                "SERVICE_PORT_HTTP",
                "PORT",
                "PORT_9464_TCP",
                "PORT_9464_TCP_ADDR",
                "PORT_9464_TCP_PORT",
                "PORT_9464_TCP_PROTO"
            })
    void variablesThatKubernetesSetsForTheService_areNoOptions(String name) {
        Map<String, String> environment = Map.of("PHOTOFINISH_ANALYZER_" + name, "tcp://10.0.0.1:9464");

        assertThat(ServeOptions.read(environment, new Properties(), null).http().port())
                .isEqualTo(9464);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listen            | 9464            | host:port",
                "listen            | 127.0.0.1:99999 | host:port",
                "listen            | ''              | host:port",
                "dataDir           | ''              | a directory",
                "allowInsecure     | yes             | true or false",
                "maxChunkBytes     | 64m             | a number from 65536 to 1073741824",
                "maxChunkBytes     | 1               | a number from 65536 to 1073741824",
                "queueMaxBytes     | -1              | a number from 65536 to 1099511627776",
                "analysisThreads   | 0               | a number from 1 to 256",
                "retentionDays     | ''              | a number from 1 to 3650",
                "gapWaitSeconds    | 1.5             | a number from 0 to 3600"
            })
    void wrongValue_isNamedWithWhatIsExpected(String key, String value, String expected) {
        Properties properties = new Properties();
        properties.setProperty("photofinish.analyzer." + key, value);

        assertThatThrownBy(() -> ServeOptions.read(Map.of(), properties, null))
                .isInstanceOf(OptionsException.class)
                .hasMessage(key + " (system property photofinish.analyzer." + key + "): expected " + expected
                        + ", found \"" + value + '"');
    }

    @Test
    void wrongToken_isNotShown() {
        assertThatThrownBy(() -> ServeOptions.read(
                        Map.of("PHOTOFINISH_ANALYZER_TOKEN_READ", "top secret"), new Properties(), null))
                .isInstanceOf(OptionsException.class)
                .hasMessageStartingWith("token.read (environment PHOTOFINISH_ANALYZER_TOKEN_READ): expected ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void options_doNotShowTokensAsText() {
        ServeOptions options =
                ServeOptions.read(Map.of("PHOTOFINISH_ANALYZER_TOKEN_READ", "hush"), new Properties(), null);

        assertThat(options.toString()).doesNotContain("hush");
    }

    @Test
    void addressThatOthersReach_needsAllTokens() {
        Map<String, String> environment = Map.of(
                "PHOTOFINISH_ANALYZER_LISTEN", "0.0.0.0:9464",
                "PHOTOFINISH_ANALYZER_TOKEN_INGEST", "a",
                "PHOTOFINISH_ANALYZER_TOKEN_READ", "b");

        assertThatThrownBy(() -> ServeOptions.read(environment, new Properties(), null))
                .isInstanceOf(OptionsException.class)
                .hasMessage("listen: other machines can reach 0.0.0.0, so set token.control, or allowInsecure=true if"
                        + " everybody there may read and write");
    }

    @Test
    void addressThatOthersReach_isAllowedWithTokensOrOnRequest() {
        Map<String, String> tokens = Map.of(
                "PHOTOFINISH_ANALYZER_LISTEN", "[::]:9464",
                "PHOTOFINISH_ANALYZER_TOKEN_INGEST", "a",
                "PHOTOFINISH_ANALYZER_TOKEN_READ", "b",
                "PHOTOFINISH_ANALYZER_TOKEN_CONTROL", "c");
        Map<String, String> insecure =
                Map.of("PHOTOFINISH_ANALYZER_LISTEN", "0.0.0.0:9464", "PHOTOFINISH_ANALYZER_ALLOW_INSECURE", "true");

        assertThat(ServeOptions.read(tokens, new Properties(), null).http().host())
                .isEqualTo("[::]");
        assertThat(ServeOptions.read(insecure, new Properties(), null).http().host())
                .isEqualTo("0.0.0.0");
    }

    @Test
    void missingFile_isNamed(@TempDir Path directory) {
        Path file = directory.resolve("nothing.properties");

        assertThatThrownBy(() -> ServeOptions.read(Map.of(), new Properties(), file))
                .isInstanceOf(OptionsException.class)
                .hasMessage("--config: expected a file, found nothing at " + file);
    }
}
