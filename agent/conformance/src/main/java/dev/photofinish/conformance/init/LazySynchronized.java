package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;
import org.jspecify.annotations.Nullable;

@Scenario("Lazy initialization in a synchronized accessor")
@Clean
final class LazySynchronized implements Program {
    private @Nullable Settings settings;

    @Override
    public void run() throws Exception {
        Step use = () -> Check.equal(7, settings().limit);
        Threads.concurrently(use, use, use);
    }

    private synchronized Settings settings() {
        Settings seen = settings;
        if (seen == null) {
            seen = new Settings();
            settings = seen;
        }
        return seen;
    }

    static final class Settings {
        int limit = 7;
    }
}
