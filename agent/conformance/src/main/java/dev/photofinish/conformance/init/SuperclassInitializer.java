package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("Initializing the subclass initializes its superclass")
@Clean
final class SuperclassInitializer implements Program {
    private final Marker first = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Check.equal(14, Derived.doubled);
                    first.reach();
                },
                () -> {
                    first.await();
                    Check.equal(7, Derived.limit);
                });
    }

    static class Base {
        static int limit;

        static {
            limit = 7;
        }
    }

    static final class Derived extends Base {
        static int doubled;

        static {
            doubled = 2 * limit;
        }
    }
}
