package dev.photofinish.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.photofinish.analyzer.command.AnalyzeHarness;
import dev.photofinish.analyzer.fixture.AgentScript;
import dev.photofinish.analyzer.fixture.ContentionProgram;
import dev.photofinish.analyzer.fixture.Recorder;
import dev.photofinish.event.AllEvents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jdk.jfr.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names that others rely on: who changes one changes the golden file, and says so in the CHANGELOG. */
class PublicNamesTest {
    @Test
    void events_haveTheNamesAndFieldsOfTheContract() {
        String found = AllEvents.types().stream()
                .map(EventType::getEventType)
                .map(type -> type.getName() + ": "
                        + type.getFields().stream()
                                .map(field -> field.getTypeName() + " " + field.getName())
                                .collect(Collectors.joining(", "))
                        + "\n")
                .collect(Collectors.joining());
        assertThat(found).isEqualTo(golden("events.txt"));
    }

    @Test
    void json_hasTheKeysOfTheContract(@TempDir Path directory) throws Exception {
        ContentionProgram.main(new String[] {directory.resolve("waits.jfr").toString()});
        Recorder.record(directory.resolve("run.jfr"), () -> {
            AgentScript.status("i-1");
            AgentScript.sites();
            AgentScript.race(1);
            AgentScript.end(1);
            AgentScript.handoff(2);
            AgentScript.end(2);
            AgentScript.lockOrder(3);
            AgentScript.end(3);
        });
        JsonNode report = new JsonMapper()
                .readTree(AnalyzeHarness.run("analyze", "--format", "json", directory.toString())
                        .out());
        SortedSet<String> keys = new TreeSet<>();
        collect(report, "", keys);
        assertThat(String.join("\n", keys) + "\n").isEqualTo(golden("json-keys.txt"));
    }

    private static void collect(JsonNode node, String path, SortedSet<String> keys) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, path + "[]", keys));
        }
        node.properties().forEach(field -> {
            String key = path + "." + field.getKey();
            keys.add(key + " " + field.getValue().getNodeType().name().toLowerCase(Locale.ROOT));
            collect(field.getValue(), key, keys);
        });
    }

    private static String golden(String name) {
        try (InputStream file = Objects.requireNonNull(PublicNamesTest.class.getResourceAsStream("/golden/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
