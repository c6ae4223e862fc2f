package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.List;

@Scenario("What the initializing thread wrote after the initialization is not published by it")
@Races("payload")
final class InitializerDoesNotOrderItsCaller implements Program {
    private final Marker written = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Check.equal(7, Settings.LIMITS.size() + 6);
                    payload = 1;
                    written.reach();
                },
                () -> {
                    written.await();
                    Check.equal(7, Settings.LIMITS.size() + 6);
                    payload = 2;
                });
    }

    static final class Settings {
        static final List<String> LIMITS = List.of("one");

        private Settings() {}
    }
}
