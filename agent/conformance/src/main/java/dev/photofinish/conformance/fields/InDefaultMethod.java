package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("The access stands in an interface's default method")
@Races("Cell.value")
final class InDefaultMethod implements Program {
    @Override
    public void run() throws Exception {
        Cell cell = new Cell();
        Threads.concurrently(cell::count, cell::count);
    }

    interface Counting {
        Cell cell();

        default void count() {
            cell().value++;
        }
    }

    static final class Cell implements Counting {
        int value;

        @Override
        public Cell cell() {
            return this;
        }
    }
}
