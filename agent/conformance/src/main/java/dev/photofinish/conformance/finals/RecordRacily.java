package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import org.jspecify.annotations.Nullable;

@Scenario("A record published by a race")
@Races("shared")
final class RecordRacily implements Program {
    private final Marker published = new Marker();

    @Nullable
    Point shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    shared = new Point(3, 4);
                    published.reach();
                },
                () -> {
                    published.await();
                    Point seen = shared;
                    if (seen != null) {
                        Check.equal(7, seen.x() + seen.y());
                    }
                });
    }

    record Point(int x, int y) {}
}
