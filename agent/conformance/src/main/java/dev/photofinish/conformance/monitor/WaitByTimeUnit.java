package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.TimeUnit;

@Scenario("TimeUnit.timedWait gives its caller's monitor up and takes it again")
@Clean
final class WaitByTimeUnit implements Program {
    private final Object mu = new Object();
    boolean ready;
    int payload;

    @Override
    public void run() throws Exception {
        Thread waiter = Threads.start(this::awaitAndWrite);
        Threads.awaitState(waiter, Thread.State.TIMED_WAITING);
        synchronized (mu) {
            payload = 1;
            ready = true;
            mu.notifyAll();
        }
        Threads.join(waiter);
        Check.equal(2, payload);
    }

    private void awaitAndWrite() throws InterruptedException {
        synchronized (mu) {
            while (!ready) {
                TimeUnit.MINUTES.timedWait(mu, 1);
            }
            payload++;
        }
    }
}
