package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "Both threads reach the field through references to its object",
        go = {
            "RaceCaseTypeBody",
            "RaceIntptrRW",
            "RaceStringPtrRW",
            "RaceFuncArgsRW",
            "RaceStructFieldRW2",
            "RaceStructFieldRW3",
            "RaceHeapParam"
        })
@Races({"Cell.number", "Cell.text", "Cell.octet", "Cell.escaped", "Outer.plain", "Inner.deep"})
final class ThroughReference implements Program {
    private final Cell cell = new Cell();
    private final Outer outer = new Outer();

    @Override
    public void run() throws Exception {
        Object any = cell;
        Thread late = answerAndWrite(cell);
        Check.that(cell.escaped <= 42, "what was returned");
        Threads.concurrently(
                () -> {
                    if (any instanceof Cell same) {
                        same.number = 1;
                    }
                    cell.text = "new";
                    cell.octet = 1;
                    outer.plain = 1;
                    outer.inner.deep = 1;
                },
                () -> {
                    Check.that(number(cell) <= 1, "a number");
                    Check.that(cell.text.length() <= 3, "a text");
                    Check.that(cell.octet <= 1, "an octet");
                    Check.that(outer.plain + outer.inner.deep <= 2, "a sum");
                });
        Threads.join(late);
    }

    private static Thread answerAndWrite(Cell cell) {
        return Threads.start(() -> cell.escaped = 42);
    }

    private static int number(Cell cell) {
        return cell.number;
    }

    static final class Cell {
        int number;
        String text = "";
        byte octet;
        int escaped;
    }

    static final class Outer {
        final Inner inner = new Inner();
        int plain;
    }

    static final class Inner {
        int deep;
    }
}
