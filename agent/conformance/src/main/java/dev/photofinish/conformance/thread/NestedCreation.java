package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "A tree of threads in which each writes the same field", go = "RaceAnnounceThreads")
@Races("payload")
final class NestedCreation implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Threads.join(Threads.start(this::root));
    }

    private void root() throws Exception {
        payload = 1;
        Thread branch = Threads.start(this::branch);
        payload = 2;
        Threads.join(branch);
    }

    private void branch() throws Exception {
        payload = 3;
        Threads.concurrently(() -> payload = 4, () -> payload = 5);
    }
}
