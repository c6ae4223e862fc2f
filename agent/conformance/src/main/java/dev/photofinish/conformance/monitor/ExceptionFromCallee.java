package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("An exception thrown by a call inside a block unwinds two monitors")
@Clean
final class ExceptionFromCallee implements Program {
    private final Object outer = new Object();
    private final Object inner = new Object();
    private final Marker thrown = new Marker();
    int guardedByOuter;
    int guardedByInner;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::fail, this::read);
    }

    private void fail() {
        try {
            synchronized (outer) {
                guardedByOuter = 1;
                lockInnerAndThrow();
            }
        } catch (IllegalStateException expected) {
            thrown.reach();
        }
    }

    private void lockInnerAndThrow() {
        synchronized (inner) {
            guardedByInner = 1;
            throw new IllegalStateException("on purpose");
        }
    }

    private void read() throws InterruptedException {
        thrown.await();
        synchronized (inner) {
            Check.equal(1, guardedByInner);
        }
        synchronized (outer) {
            Check.equal(1, guardedByOuter);
        }
    }
}
