package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("A static method call and a constructor check the initialization as well")
@Clean
final class StaticMethodTriggers implements Program {
    private final Marker first = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Check.equal(7, Settings.limit());
                    first.reach();
                },
                () -> {
                    first.await();
                    Check.equal(7, new Settings().ownLimit());
                });
    }

    static final class Settings {
        static int limit;

        static {
            limit = 7;
        }

        static int limit() {
            return limit;
        }

        int ownLimit() {
            return limit;
        }
    }
}
