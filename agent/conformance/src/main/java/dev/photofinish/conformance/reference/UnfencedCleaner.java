package dev.photofinish.conformance.reference;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.outside.Marker;
import java.lang.ref.Cleaner;

@Scenario(value = "Without reachabilityFence, a later write races with the cleaner's action", go = "RaceFin")
@Races("State.payload")
final class UnfencedCleaner implements Program {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Marker cleaned = new Marker();

    @Override
    public void run() throws Exception {
        use();
        Garbage.collectUntil(cleaned);
    }

    private void use() {
        State state = new State(cleaned);
        CLEANER.register(new Object(), state);
        state.payload = 1;
    }

    static final class State implements Runnable {
        private final Marker cleaned;
        int payload;

        State(Marker cleaned) {
            this.cleaned = cleaned;
        }

        @Override
        public void run() {
            payload++;
            cleaned.reach();
        }
    }
}
