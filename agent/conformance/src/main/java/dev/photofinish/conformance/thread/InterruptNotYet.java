package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("A flag that was polled before the interrupt orders nothing")
@Races("payload")
final class InterruptNotYet implements Program {
    private final Marker polled = new Marker();
    private final Marker interrupted = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Thread early = Threads.start(() -> {
            Check.that(!Thread.currentThread().isInterrupted(), "no interrupt yet");
            polled.reach();
            interrupted.spin();
            payload++;
        });
        polled.await();
        payload = 1;
        early.interrupt();
        interrupted.reach();
        Threads.join(early);
    }
}
