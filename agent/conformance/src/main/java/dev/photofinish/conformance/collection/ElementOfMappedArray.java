package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.Map;
import java.util.Objects;

@Scenario(value = "Two threads access one element of an array that a map holds", go = "RaceMapAssignMultipleReturn")
@Races("int[]")
final class ElementOfMappedArray implements Program {
    private final Map<Integer, int[]> map = Map.of(1, new int[1]);

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> array()[0] = 42, () -> Check.that(array()[0] <= 42, "a value"));
    }

    private int[] array() {
        return Objects.requireNonNull(map.get(1));
    }
}
