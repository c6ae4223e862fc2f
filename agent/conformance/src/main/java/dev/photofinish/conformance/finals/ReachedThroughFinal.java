package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import org.jspecify.annotations.Nullable;

@Scenario("A plain field that is reached through a final one, and written before the constructor ended")
@Races("shared")
final class ReachedThroughFinal implements Program {
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
                    }
                });
    }

    static final class Envelope {
        final Letter letter;

        Envelope(int number) {
            letter = new Letter();
            letter.number = number;
        }
    }

    static final class Letter {
        int number;
    }
}
