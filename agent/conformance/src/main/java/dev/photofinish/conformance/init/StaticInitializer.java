package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("The first thread runs the static initializer, the second reads plain static fields")
@Clean
final class StaticInitializer implements Program {
    private final Marker first = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Check.equal(7, Settings.limit);
                    first.reach();
                },
                () -> {
                    first.await();
                    Check.equal(7, Settings.limit);
                });
    }

    static final class Settings {
        static int limit;

        static {
            limit = 7;
        }

        private Settings() {}
    }
}
