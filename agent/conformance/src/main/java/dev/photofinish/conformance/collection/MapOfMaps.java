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

@Scenario(value = "The map inside a map is changed and read by two threads", go = {"RaceUnaddressableMapLen", "RaceCaseIssue6418"}, needs = "accesses of JDK types: issue 3")
@Races({"java.util.HashMap", "java.util.LinkedHashMap"})
final class MapOfMaps implements Program {
    private final Map<String, Map<String, String>> maps =
            Map.of("measured", new HashMap<>(), "asked", new LinkedHashMap<>());
    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    maps.get("measured").put("a", "1");
                    maps.get("asked").put("a", "1");
                },
                () -> {
                    Check.that(maps.get("measured").size() <= 1, "a size");
                    switch (Objects.requireNonNullElse(maps.get("asked").get("b"), "none")) {
                        case "none" -> Thread.onSpinWait();
                        default -> throw new AssertionError("expected no b");
                    }
                });
    }
}
