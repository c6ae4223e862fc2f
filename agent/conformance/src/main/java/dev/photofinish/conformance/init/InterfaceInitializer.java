package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("A constant of an interface that is computed when it is initialized")
@Clean
final class InterfaceInitializer implements Program {
    private final Marker first = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Check.equal(7, Defaults.SETTINGS.limit);
                    first.reach();
                },
                () -> {
                    first.await();
                    Check.equal(7, Defaults.SETTINGS.limit);
                });
    }

    interface Defaults {
        Settings SETTINGS = Settings.loaded();
    }

    static final class Settings {
        int limit;

        static Settings loaded() {
            Settings settings = new Settings();
            settings.limit = 7;
            return settings;
        }
    }
}
