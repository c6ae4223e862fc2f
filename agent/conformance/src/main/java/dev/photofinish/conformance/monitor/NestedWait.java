package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A wait inside nested monitors gives up its own only")
@Races("payload")
final class NestedWait implements Program {
    private final Object outer = new Object();
    private final Object inner = new Object();
    private boolean ready;
    int payload;
    int guarded;

    @Override
    public void run() throws Exception {
        Thread waiter = Threads.start(() -> {
            synchronized (outer) {
                synchronized (inner) {
                    while (!ready) {
                        inner.wait();
                    }
                    guarded++;
                }
                payload++;
            }
        });
        Threads.awaitState(waiter, Thread.State.WAITING);
        synchronized (inner) {
            guarded = 1;
            ready = true;
            inner.notifyAll();
        }
        payload = 1;
        Threads.join(waiter);
        Check.equal(2, guarded);
    }
}
