package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import org.jspecify.annotations.Nullable;

@Scenario("A mutable object published by a race: the reference and its fields")
@Races({"shared", "Point.x"})
final class PlainFieldsRacily implements Program {
    private final Marker published = new Marker();

    @Nullable
    Point shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    shared = new Point(3);
                    published.reach();
                },
                () -> {
                    published.await();
                    Point seen = shared;
                    if (seen != null) {
                        Check.that(seen.x <= 3, "3 or the default");
                    }
                });
    }

    static final class Point {
        int x;

        Point(int x) {
            this.x = x;
        }
    }
}
