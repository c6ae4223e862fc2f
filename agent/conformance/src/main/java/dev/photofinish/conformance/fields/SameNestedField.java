package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "Two threads write the same field of a nested object",
        go = {"RaceComp", "RaceStructFieldRW1", "RaceStructRW", "RaceNestedStruct"})
@Races("Inner.value")
final class SameNestedField implements Program {
    private final Inner inner = new Inner();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> inner.value = 1, () -> inner.value = 2);
    }

    static final class Inner {
        int value;
    }
}
