package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.ArrayList;
import java.util.List;

@Scenario(
        value = "The objects of an array are copied field by field while another thread writes one",
        go = {"RaceSliceStruct", "RaceAppendSliceStruct"})
@Races("Cell.y")
final class ObjectsOfArray implements Program {
    private final Cell[] cells = {new Cell(), new Cell()};

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> cells[1].y = 42, () -> {
            List<Cell> copies = new ArrayList<>();
            for (Cell cell : cells) {
                Cell copy = new Cell();
                copy.x = cell.x;
                copy.y = cell.y;
                copies.add(copy);
            }
            Check.equal(2, copies.size());
        });
    }

    static final class Cell {
        int x;
        int y;
    }
}
