package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Scenario("What a map of the JDK holds is seen as it was when the map was made")
@Races("shared")
final class MapContents implements Program {
    private final Marker published = new Marker();

    @Nullable
    Map<String, Cell> shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    shared = Map.of("a", new Cell(7));
                    published.reach();
                },
                () -> {
                    published.await();
                    Map<String, Cell> seen = shared;
                    if (seen != null) {
                        Check.equal(7, Objects.requireNonNull(seen.get("a")).number);
                    }
                });
    }

    static final class Cell {
        int number;

        Cell(int number) {
            this.number = number;
        }
    }
}
