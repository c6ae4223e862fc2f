package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "One thread replaces the reference, the other reads through it",
        go = {"RaceCompPtr2", "RaceIndirection"})
@Races("cell")
final class PointerSwapped implements Program {
    Cell cell = new Cell();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> cell = new Cell(), () -> Check.equal(0, cell.id));
    }

    static final class Cell {
        final int id = Integer.parseInt("0");
    }
}
