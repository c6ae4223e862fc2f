package dev.photofinish.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of a Dockerfile without building it. */
class ImagesTest {
    private static final Path DIRECTORY = Path.of("../deploy/docker");
    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "agent.Dockerfile"})
    void image_runsAsANumberedUserThatIsNotRoot(String dockerfile) throws IOException {
        List<String> lastStage = lastStage(dockerfile);

        assertThat(lastStage).filteredOn(line -> line.startsWith("USER ")).containsExactly("USER 10001:10001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "agent.Dockerfile"})
    void image_isBasedOnNamedVersions(String dockerfile) throws IOException {
        assertThat(lines(dockerfile))
                .filteredOn(line -> line.startsWith("FROM "))
                .hasSize(2)
                .allMatch(line -> line.matches("FROM [a-z/-]+:[0-9][a-z0-9.-]+( AS [a-z]+)?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "agent.Dockerfile"})
    void image_takesFromTheRepositoryOnlyWhatIsThere(String dockerfile) throws IOException {
        assertThat(lastStage(dockerfile))
                .filteredOn(line -> line.startsWith("COPY "))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.contains("--from=build /build/")
                                || Files.exists(ROOT.resolve(line.split(" ", -1)[2])))
                        .as(line)
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "agent.Dockerfile"})
    void build_doesNotSendWhatItDoesNotNeed(String dockerfile) throws IOException {
        assertThat(Files.readAllLines(DIRECTORY.resolve(dockerfile + ".dockerignore")))
                .contains("**/target", "**/.git", "**/.env");
    }

    @Test
    void analyzerImage_tellsItsHealthWithItsOwnScript() throws IOException {
        assertThat(Files.isExecutable(DIRECTORY.resolve("healthcheck.sh"))).isTrue();
        assertThat(String.join("\n", lastStage("Dockerfile")))
                .contains("deploy/docker/healthcheck.sh /opt/photofinish/healthcheck.sh")
                .contains("CMD [\"/opt/photofinish/healthcheck.sh\", \"9464\"]")
                .contains("EXPOSE 9464");
    }

    private static List<String> lastStage(String dockerfile) throws IOException {
        List<String> lines = lines(dockerfile);
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("FROM ")) {
                start = i;
            }
        }
        return lines.subList(start, lines.size());
    }

    private static List<String> lines(String dockerfile) throws IOException {
        return Files.readAllLines(DIRECTORY.resolve(dockerfile));
    }
}
