package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("An interrupt ends Object.wait")
@Clean
final class InterruptedWait implements Program {
    private final Object monitor = new Object();
    int payload;

    @Override
    @SuppressWarnings("WaitNotInLoop") // only the interrupt ends it
    public void run() throws Exception {
        Thread waiter = Threads.start(() -> {
            try {
                synchronized (monitor) {
                    monitor.wait();
                }
                throw new AssertionError("expected an interrupt");
            } catch (InterruptedException expected) {
                payload++;
            }
        });
        Threads.awaitState(waiter, Thread.State.WAITING);
        payload = 1;
        waiter.interrupt();
        Threads.join(waiter);
        Check.equal(2, payload);
    }
}
