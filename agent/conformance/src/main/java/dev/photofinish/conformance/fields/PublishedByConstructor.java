package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import org.jspecify.annotations.Nullable;

@Scenario("The constructor publishes this before it has written the field")
@Races({"shared", "Part.weight"})
final class PublishedByConstructor implements Program {
    private final Marker published = new Marker();

    @Nullable
    Part shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Check.equal(1, new Part().weight);
                    published.reach();
                },
                () -> {
                    published.await();
                    Part seen = shared;
                    if (seen != null) {
                        Check.that(seen.weight <= 1, "1 or the default");
                    }
                });
    }

    final class Part {
        int weight;

        Part() {
            shared = this;
            weight = 1;
        }
    }
}
