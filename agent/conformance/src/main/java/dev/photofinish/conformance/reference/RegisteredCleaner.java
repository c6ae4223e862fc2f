package dev.photofinish.conformance.reference;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.outside.Marker;
import java.lang.ref.Cleaner;

@Scenario("What was done before the registration comes before the cleaner's action")
@Clean
final class RegisteredCleaner implements Program {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Marker cleaned = new Marker();

    @Override
    public void run() throws Exception {
        use();
        Garbage.collectUntil(cleaned);
    }

    private void use() {
        State state = new State(cleaned);
        state.payload = 1;
        CLEANER.register(new Object(), state);
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
