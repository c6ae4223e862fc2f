package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A static field that is written after the initialization")
@Races("Settings.limit")
final class WrittenAfterInitializer implements Program {
    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> Settings.limit = 8, () -> Check.that(Settings.limit > 0, "a limit"));
    }

    static final class Settings {
        static int limit = 7;

        private Settings() {}
    }
}
