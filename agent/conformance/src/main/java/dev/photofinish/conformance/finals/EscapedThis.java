package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import org.jspecify.annotations.Nullable;

@Scenario("The object is published before its constructor ends: the freeze comes too late")
@Races({"shared", "Cell.number"})
final class EscapedThis implements Program {
    private final Marker published = new Marker();
    private final Marker seen = new Marker();

    @Nullable
    Envelope shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> new Envelope(this), () -> {
            published.await();
            Envelope early = shared;
            if (early != null) {
                Check.equal(7, early.letter.number);
            }
            seen.reach();
        });
    }

    static final class Envelope {
        final Cell letter = new Cell();

        Envelope(EscapedThis program) throws InterruptedException {
            letter.number = 7;
            program.shared = this;
            program.published.reach();
            program.seen.await();
        }
    }

    static final class Cell {
        int number;
    }
}
