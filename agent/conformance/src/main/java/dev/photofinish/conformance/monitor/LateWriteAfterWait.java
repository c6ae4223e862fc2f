package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario(value = "The waiter writes after its wait, the notifier writes again under the lock", go = "RaceCond")
@Races("payload")
final class LateWriteAfterWait implements Program {
    private final Object mu = new Object();
    private final Marker late = new Marker();
    boolean ready;
    int payload;

    @Override
    public void run() throws Exception {
        Thread waiter = Threads.start(this::awaitAndWrite);
        Threads.awaitState(waiter, Thread.State.WAITING);
        Threads.concurrently(this::writeTwice);
        Threads.join(waiter);
    }

    private void writeTwice() throws InterruptedException {
        payload = 1;
        synchronized (mu) {
            ready = true;
            mu.notifyAll();
        }
        late.await();
        synchronized (mu) {
            payload = 3;
        }
    }

    private void awaitAndWrite() throws InterruptedException {
        synchronized (mu) {
            while (!ready) {
                mu.wait();
            }
        }
        payload = 2;
        late.reach();
    }
}
