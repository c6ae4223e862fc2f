package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.Map;

@Scenario(
        value = "A field is read to fill a map",
        go = {"RaceMapInit", "RaceMapInit2", "RaceArrayInit", "RaceStructInit"})
@Races({"key", "value", "element", "part"})
final class MapInitialized implements Program {
    int key;
    int value;
    int element;
    int part;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    key = 42;
                    value = 42;
                    element = 42;
                    part = 42;
                },
                () -> {
                    Check.equal(2, Map.of(key, 1, 7, value).size());
                    Check.equal(2, new int[] {element, 1}.length);
                    Check.that(new Pair(part).left <= 42, "a part");
                });
    }

    record Pair(int left) {}
}
