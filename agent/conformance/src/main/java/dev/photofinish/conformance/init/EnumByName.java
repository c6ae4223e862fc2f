package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("A constant of an enum that is found by its name")
@Clean
final class EnumByName implements Program {
    private final Marker first = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Check.equal(7, Level.HIGH.limit);
                    first.reach();
                },
                () -> {
                    first.await();
                    Check.equal(7, Enum.valueOf(Level.class, "HIGH").limit);
                });
    }

    @SuppressWarnings("ImmutableEnumChecker") // the plain field is the point
    enum Level {
        HIGH;

        int limit;

        static {
            HIGH.limit = 7;
        }
    }
}
