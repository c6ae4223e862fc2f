package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("Thread.interrupted detects the interrupt and clears it")
@Clean
final class InterruptCleared implements Program {
    private final Marker polling = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Thread poller = Threads.start(() -> {
            while (!Thread.interrupted()) {
                polling.reach();
                Thread.onSpinWait();
            }
            payload++;
        });
        polling.await();
        payload = 1;
        poller.interrupt();
        Threads.join(poller);
        Check.equal(2, payload);
    }
}
