package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;

@Scenario(value = "What is written before the reachability fence, the cleaning action sees", go = "NoRaceFin")
@Clean
final class CleanedState implements Program {
    private final Cleaner cleaner = Cleaner.create();

    @Override
    public void run() throws Exception {
        State state = new State();
        Threads.concurrently(() -> {
            Object resource = new Object();
            cleaner.register(resource, state);
            try {
                state.value = 1;
            } finally {
                Reference.reachabilityFence(resource);
            }
        });
        state.cleaned.awaitCollecting();
    }

    static final class State implements Runnable {
        private final Marker cleaned = new Marker();
        int value;

        @Override
        public void run() {
            value++;
            cleaned.reach();
        }
    }
}
