package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

@Scenario(value = "The type of what a map holds is looked at while another thread puts", go = "RaceCaseTypeIssue5890")
@Races("java.util.HashMap")
final class TypeOfMapped implements Program {
    private final Map<String, Map<String, Object>> maps = Map.of("inner", new HashMap<>());

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> inner().put("a", 1), () -> Check.that(!(inner().get("a") instanceof String), "no text"));
    }

    private Map<String, Object> inner() {
        return Objects.requireNonNull(maps.get("inner"));
    }
}
