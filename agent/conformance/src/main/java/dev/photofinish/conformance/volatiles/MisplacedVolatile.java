package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import org.jspecify.annotations.Nullable;

@Scenario("The content is volatile, the reference to it is not (jcstress MisplacedVolatile)")
@Races("box")
final class MisplacedVolatile implements Program {
    private final Marker written = new Marker();

    @Nullable
    Box box;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    box = new Box(1);
                    written.reach();
                },
                () -> {
                    written.await();
                    Box seen = box;
                    Check.that(seen == null || seen.value >= 0, "a value");
                });
    }

    static final class Box {
        volatile int value;

        Box(int value) {
            this.value = value;
        }
    }
}
