package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("An initializer runs another, which writes a field of the first")
@Clean
final class NestedInitializers implements Program {
    private final Marker first = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Check.equal(7, Outer.limit);
                    first.reach();
                },
                () -> {
                    first.await();
                    Check.equal(7, Outer.limit);
                    Check.equal(8, Inner.limit);
                });
    }

    static final class Outer {
        static int limit;

        static {
            limit = Inner.limit - 1;
        }

        private Outer() {}
    }

    static final class Inner {
        static int limit;

        static {
            limit = 8;
        }

        private Inner() {}
    }
}
