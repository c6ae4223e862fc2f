package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("Waiting releases the monitor, however often it was entered")
@Clean
final class WaitReleases implements Program {
    private boolean go;
    int balance;

    @Override
    public void run() throws Exception {
        Thread waiter = Threads.start(this::writeAndWait);
        Threads.awaitState(waiter, Thread.State.WAITING);
        Threads.concurrently(this::writeAndNotify);
        Threads.join(waiter);
        Check.equal(3, balance);
    }

    private synchronized void writeAndWait() throws InterruptedException {
        balance++;
        waitForGo();
        balance++;
    }

    private synchronized void waitForGo() throws InterruptedException {
        while (!go) {
            wait();
        }
    }

    private synchronized void writeAndNotify() {
        balance++;
        go = true;
        notifyAll();
    }
}
