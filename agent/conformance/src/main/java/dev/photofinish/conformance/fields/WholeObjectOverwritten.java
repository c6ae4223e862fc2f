package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "A thread overwrites all fields of an object, another writes one of them",
        go = {"RaceComp2", "RaceComp3", "RaceStructInd"})
@Races("Point.x")
final class WholeObjectOverwritten implements Program {
    private final Point point = new Point();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> point.assign(new Point()), () -> point.x = 1);
    }

    static final class Point {
        int x;
        int y;

        void assign(Point other) {
            x = other.x;
            y = other.y;
        }
    }
}
