package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario(value = "An interrupt is seen by polling the flag", go = "NoRaceChanSyncCloseRecv")
@Clean
final class InterruptPolled implements Program {
    private final Marker polling = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Thread poller = Threads.start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
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
