package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("The same field of two objects is two variables")
@Clean
final class DifferentInstances implements Program {
    @Override
    public void run() throws Exception {
        Cell one = new Cell();
        Cell other = new Cell();
        Threads.concurrently(() -> one.value++, () -> other.value++);
        Check.equal(2, one.value + other.value);
    }

    static final class Cell {
        int value;
    }
}
