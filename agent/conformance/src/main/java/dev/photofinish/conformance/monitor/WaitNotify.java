package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "What was written before the notifier's unlock is seen after the wait",
        go = "NoRaceCond",
        alone = true)
@Clean
final class WaitNotify implements Program {
    private final Object mu = new Object();
    boolean ready;
    int payload;

    @Override
    public void run() throws Exception {
        Thread waiter = Threads.start(this::awaitAndWrite);
        Threads.awaitState(waiter, Thread.State.WAITING);
        Thread notifier = Threads.start(this::writeAndNotify);
        Threads.join(notifier);
        Threads.join(waiter);
        Check.equal(2, payload);
    }

    private void writeAndNotify() {
        payload = 1;
        synchronized (mu) {
            ready = true;
            mu.notifyAll();
        }
    }

    private void awaitAndWrite() throws InterruptedException {
        synchronized (mu) {
            while (!ready) {
                mu.wait();
            }
        }
        payload++;
    }
}
