package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import org.jspecify.annotations.Nullable;

@Scenario("An instance that was published racily reads the static fields of its class")
@Races("shared")
final class InstanceReadsStatic implements Program {
    private final Marker first = new Marker();

    @Nullable
    Settings shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    shared = new Settings();
                    first.reach();
                },
                () -> {
                    first.await();
                    Settings seen = shared;
                    if (seen != null) {
                        Check.equal(7, seen.limit());
                    }
                });
    }

    static final class Settings {
        static int limit;

        static {
            limit = 7;
        }

        int limit() {
            return limit;
        }
    }
}
