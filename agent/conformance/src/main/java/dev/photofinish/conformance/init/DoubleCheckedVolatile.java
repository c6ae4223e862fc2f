package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;
import org.jspecify.annotations.Nullable;

@Scenario("Double-checked locking with a volatile field")
@Clean
final class DoubleCheckedVolatile implements Program {
    private volatile @Nullable Settings settings;

    @Override
    public void run() throws Exception {
        Step use = () -> Check.equal(7, settings().limit);
        Threads.concurrently(use, use, use);
    }

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
