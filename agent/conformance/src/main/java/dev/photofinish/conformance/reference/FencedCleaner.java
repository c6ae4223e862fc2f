package dev.photofinish.conformance.reference;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.outside.Marker;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;

@Scenario(value = "reachabilityFence comes before the cleaner's action", go = "NoRaceFin")
@Clean
final class FencedCleaner implements Program {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Marker cleaned = new Marker();

    @Override
    public void run() throws Exception {
        use();
        Garbage.collectUntil(cleaned);
    }

    private void use() {
        Object object = new Object();
        State state = new State(cleaned);
        CLEANER.register(object, state);
        try {
            state.payload = 1;
        } finally {
            Reference.reachabilityFence(object);
        }
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
