package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import org.jspecify.annotations.Nullable;

@Scenario("The plain field beside a final reference, read after it")
@Races({"shared", "Envelope.stamp"})
final class PlainBesideFinal implements Program {
    private final Marker published = new Marker();

    @Nullable
    Envelope shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    shared = new Envelope(7);
                    published.reach();
                },
                () -> {
                    published.await();
                    Envelope seen = shared;
                    if (seen != null) {
                        Check.equal(7, seen.letter.number);
                        Check.equal(3, seen.stamp);
                    }
                });
    }

    static final class Envelope {
        final Cell letter;
        int stamp;

        Envelope(int number) {
            letter = new Cell(number);
            stamp = 3;
        }
    }

    static final class Cell {
        int number;

        Cell(int number) {
            this.number = number;
        }
    }
}
