package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("An interrupt that nobody detects orders nothing")
@Races("payload")
final class InterruptUnseen implements Program {
    private final Marker interrupted = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Thread deaf = Threads.start(() -> {
            interrupted.spin();
            payload++;
        });
        payload = 1;
        deaf.interrupt();
        interrupted.reach();
        Threads.join(deaf);
    }
}
