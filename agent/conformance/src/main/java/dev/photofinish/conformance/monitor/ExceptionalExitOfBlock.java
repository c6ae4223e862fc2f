package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario(value = "An exception leaves a synchronized block, and the exit still releases")
@Clean
final class ExceptionalExitOfBlock implements Program {
    private final Object mu = new Object();
    private final Marker thrown = new Marker();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::fail, this::read);
    }

    private void fail() {
        try {
            synchronized (mu) {
                balance = 1;
                throw new IllegalStateException("on purpose");
            }
        } catch (IllegalStateException expected) {
            thrown.reach();
        }
    }

    private void read() throws InterruptedException {
        thrown.await();
        synchronized (mu) {
            Check.equal(1, balance);
        }
    }
}
