package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.lang.reflect.Method;

@Scenario(value = "Virtual threads share a monitor and wait in it", since = 21)
@Clean
final class VirtualMonitor implements Program {
    private final Object mu = new Object();
    int turns;

    @Override
    public void run() throws Exception {
        Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
        Thread one = (Thread) start.invoke(null, (Runnable) () -> play(0));
        Thread other = (Thread) start.invoke(null, (Runnable) () -> play(1));
        one.join();
        other.join();
        Check.equal(100, turns);
    }

    private void play(int parity) {
        synchronized (mu) {
            while (turns < 100) {
                if (turns % 2 == parity) {
                    turns++;
                    mu.notifyAll();
                } else {
                    waitForTurn();
                }
            }
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the caller loops
    private void waitForTurn() {
        try {
            mu.wait();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
