package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.lang.ref.Cleaner;

@Scenario(value = "A cleaning action writes what another thread writes without more", go = "RaceFin")
@Races("Shared.value")
final class CleanedAgainstWrite implements Program {
    private final Cleaner cleaner = Cleaner.create();
    private final Marker cleaned = new Marker();

    @Override
    public void run() throws Exception {
        Shared shared = new Shared();
        Marker marker = cleaned;
        Threads.concurrently(() -> cleaner.register(new Object(), () -> {
            shared.value = 42;
            marker.reach();
        }));
        cleaned.awaitCollecting();
        shared.value = 66;
    }

    static final class Shared {
        int value;
    }
}
