package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("An enum singleton with a plain field")
@Clean
final class EnumSingleton implements Program {
    private final Marker first = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Check.equal(7, Settings.INSTANCE.limit());
                    first.reach();
                },
                () -> {
                    first.await();
                    Check.equal(7, Settings.INSTANCE.limit());
                });
    }

    enum Settings {
        INSTANCE;

        @SuppressWarnings("ImmutableEnumChecker") // the plain field is the scenario
        int limit = 7;

        int limit() {
            return limit;
        }
    }
}
