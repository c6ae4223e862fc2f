package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import org.jspecify.annotations.Nullable;

@Scenario("A plain field that is reached through a final one, and written after the constructor ended")
@Races({"shared", "Letter.number"})
final class WrittenAfterFreeze implements Program {
    private final Marker published = new Marker();

    @Nullable
    Envelope shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Envelope own = new Envelope();
                    shared = own;
                    own.letter.number = 7;
                    published.reach();
                },
                () -> {
                    published.await();
                    Envelope seen = shared;
                    if (seen != null) {
                        Check.that(seen.letter.number <= 7, "7 or the default");
                    }
                });
    }

    static final class Envelope {
        final Letter letter = new Letter();
    }

    static final class Letter {
        int number;
    }
}
