package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

@Scenario(
        value = "The map inside a map is changed and read by two threads",
        go = {"RaceUnaddressableMapLen", "RaceCaseIssue6418"})
@Races({"java.util.HashMap", "java.util.LinkedHashMap"})
final class MapOfMaps implements Program {
    private final Map<String, Map<String, String>> maps =
            Map.of("measured", new HashMap<>(), "asked", new LinkedHashMap<>());

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    inner("measured").put("a", "1");
                    inner("asked").put("a", "1");
                },
                () -> {
                    Check.that(inner("measured").size() <= 1, "a size");
                    switch (Objects.requireNonNullElse(inner("asked").get("b"), "none")) {
                        case "none" -> Thread.onSpinWait();
                        default -> throw new AssertionError("expected no b");
                    }
                });
    }

    private Map<String, String> inner(String name) {
        return Objects.requireNonNull(maps.get(name));
    }
}
