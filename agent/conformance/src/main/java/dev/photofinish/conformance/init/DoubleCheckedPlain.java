package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import org.jspecify.annotations.Nullable;

@Scenario("Double-checked locking without volatile: the reference and what it refers to")
@Races({"settings", "Settings.limit"})
final class DoubleCheckedPlain implements Program {
    private final Marker first = new Marker();

    @Nullable
    Settings settings;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Check.equal(7, settings().limit);
                    first.reach();
                },
                () -> {
                    first.await();
                    Check.that(settings().limit <= 7, "a limit");
                });
    }

    @SuppressWarnings("DoubleCheckedLocking") // the missing volatile is the scenario
    private Settings settings() {
        Settings seen = settings;
        if (seen == null) {
            synchronized (this) {
                seen = settings;
                if (seen == null) {
                    seen = new Settings();
                    settings = seen;
                }
            }
        }
        return seen;
    }

    static final class Settings {
        int limit = 7;
    }
}
