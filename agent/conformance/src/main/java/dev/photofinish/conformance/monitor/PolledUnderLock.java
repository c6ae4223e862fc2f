package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "A flag polled under the lock publishes what was written before it was set",
        go = "NoRaceMutexPureHappensBefore")
@Clean
final class PolledUnderLock implements Program {
    private final Object mu = new Object();
    boolean written;
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::write, this::poll);
        Check.equal(2, balance);
    }

    private void write() {
        balance = 1;
        synchronized (mu) {
            written = true;
        }
    }

    private void poll() throws InterruptedException {
        while (!isWritten()) {
            Thread.sleep(1);
        }
        balance++;
    }

    private boolean isWritten() {
        synchronized (mu) {
            return written;
        }
    }
}
