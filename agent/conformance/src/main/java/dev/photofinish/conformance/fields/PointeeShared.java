package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "Two references to one object",
        go = {"RaceCompPtr", "RaceAddrExpr"})
@Races("Cell.value")
final class PointeeShared implements Program {
    @Override
    public void run() throws Exception {
        Cell one = new Cell();
        Cell same = one;
        Threads.concurrently(() -> one.value = 1, () -> same.value = 2);
    }

    static final class Cell {
        int value;
    }
}
