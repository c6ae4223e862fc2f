package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import org.jspecify.annotations.Nullable;

@Scenario("The final wrapper idiom (jcstress Singleton FinalWrapper): the wrapper's reference is the only race")
@Races("wrapper")
final class FinalWrapper implements Program {
    private final Marker first = new Marker();

    @Nullable
    Wrapper wrapper;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Check.equal(7, settings().limit);
                    first.reach();
                },
                () -> {
                    first.await();
                    Check.equal(7, settings().limit);
                });
    }

    @SuppressWarnings("DoubleCheckedLocking") // the final field of the wrapper makes it safe
    private Settings settings() {
        Wrapper seen = wrapper;
        if (seen == null) {
            synchronized (this) {
                seen = wrapper;
                if (seen == null) {
                    seen = new Wrapper(new Settings());
                    wrapper = seen;
                }
            }
        }
        return seen.settings;
    }

    record Wrapper(Settings settings) {}

    static final class Settings {
        int limit = 7;
    }
}
