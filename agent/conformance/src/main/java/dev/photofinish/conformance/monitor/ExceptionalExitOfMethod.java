package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("An exception leaves a synchronized method, and the exit still releases")
@Clean
final class ExceptionalExitOfMethod implements Program {
    private final Marker thrown = new Marker();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::fail, this::readAfterFailure);
    }

    private void fail() {
        try {
            writeAndThrow();
        } catch (IllegalStateException expected) {
            thrown.reach();
        }
    }

    private synchronized void writeAndThrow() {
        balance = 1;
        throw new IllegalStateException("on purpose");
    }

    private void readAfterFailure() throws InterruptedException {
        thrown.await();
        Check.equal(1, read());
    }

    private synchronized int read() {
        return balance;
    }
}
