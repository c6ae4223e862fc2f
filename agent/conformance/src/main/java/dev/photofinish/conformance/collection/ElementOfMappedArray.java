package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.Map;

@Scenario(value = "Two threads access one element of an array that a map holds", go = "RaceMapAssignMultipleReturn", needs = "accesses of array elements: issue 3")
@Races("int[]")
final class ElementOfMappedArray implements Program {
    private final Map<Integer, int[]> map = Map.of(1, new int[1]);
    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> map.get(1)[0] = 42, () -> Check.that(map.get(1)[0] <= 42, "a value"));
    }
}
