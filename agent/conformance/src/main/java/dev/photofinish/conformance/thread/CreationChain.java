package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "A thread started through a chain of threads races with the first of them",
        go = "RaceGoroutineCreationStack")
@Races("payload")
final class CreationChain implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Thread chain = Threads.start(() -> link(3));
        payload = 2;
        Threads.join(chain);
    }

    private void link(int left) throws Exception {
        if (left == 0) {
            payload = 1;
        } else {
            Threads.join(Threads.start(() -> link(left - 1)));
        }
    }
}
