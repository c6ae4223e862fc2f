package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import org.jspecify.annotations.Nullable;

@Scenario("What is reached through a final field is changed after the constructor ended")
@Races({"shared", "Cell.number"})
final class ChangedAfterFreeze implements Program {
    private final Marker published = new Marker();

    @Nullable
    Envelope shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Envelope envelope = new Envelope();
                    envelope.letter.number = 7;
                    shared = envelope;
                    published.reach();
                },
                () -> {
                    published.await();
                    Envelope seen = shared;
                    if (seen != null) {
                        Check.equal(7, seen.letter.number);
                    }
                });
    }

    static final class Envelope {
        final Cell letter = new Cell();
    }

    static final class Cell {
        int number;
    }
}
