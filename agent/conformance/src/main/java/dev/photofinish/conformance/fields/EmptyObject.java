package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "An object without fields has nothing to race on",
        go = {"NoRaceEmptyStruct", "NoRaceBlank"})
@Clean
final class EmptyObject implements Program {
    private final Object empty = new Object();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> Check.that(empty.hashCode() == System.identityHashCode(empty), "its hash"),
                () -> Check.equal(empty, empty));
    }
}
