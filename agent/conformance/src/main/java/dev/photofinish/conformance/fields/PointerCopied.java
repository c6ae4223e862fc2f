package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "One thread reads the reference, the other writes a field of what it refers to",
        go = {"NoRaceCompPtr", "NoRaceCompPtr2"})
@Clean
final class PointerCopied implements Program {
    private Cell cell = new Cell();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> Check.that(cell == this.cell, "a reference"), () -> cell.value = 1);
        cell = new Cell();
    }

    static final class Cell {
        int value;
    }
}
