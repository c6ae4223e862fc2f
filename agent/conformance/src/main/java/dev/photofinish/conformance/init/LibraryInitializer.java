package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import dev.photofinish.outside.Shelf;

@Scenario("The initializer of a class outside the included packages makes the object")
@Clean
final class LibraryInitializer implements Program {
    private final Marker first = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Check.equal(7, ((Goods) Shelf.GOODS).count);
                    first.reach();
                },
                () -> {
                    first.await();
                    Check.equal(7, ((Goods) Shelf.goods()).count);
                });
    }

    /** Made by {@link Shelf}, by name. */
    public static final class Goods {
        int count;

        /** With a plain field. */
        public Goods() {
            count = 7;
        }
    }
}
