package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("What an initializer wrote into another class is seen after a static method of the first")
@Clean
final class InitializerWritesElsewhere implements Program {
    private final Marker first = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Settings.use();
                    first.reach();
                },
                () -> {
                    first.await();
                    Settings.use();
                    Check.equal(7, Elsewhere.limit);
                });
    }

    static final class Elsewhere {
        static int limit;

        private Elsewhere() {}
    }

    static final class Settings {
        static {
            Elsewhere.limit = 7;
        }

        private Settings() {}

        static void use() {}
    }
}
