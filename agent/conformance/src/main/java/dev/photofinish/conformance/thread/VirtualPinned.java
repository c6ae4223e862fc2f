package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "Virtual threads hand over under a monitor, in which they wait", since = 21)
@Clean
final class VirtualPinned implements Program {
    private final Object monitor = new Object();
    private boolean ready;
    int payload;

    @Override
    public void run() throws Exception {
        Thread waiter = start(this::await);
        Threads.awaitState(waiter, Thread.State.WAITING);
        Thread notifier = start(this::hand);
        waiter.join();
        notifier.join();
        Check.equal(2, payload);
    }

    private static Thread start(Runnable task) throws ReflectiveOperationException {
        return (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }

    private void await() {
        synchronized (monitor) {
            while (!ready) {
                try {
                    monitor.wait();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            payload++;
        }
    }

    private void hand() {
        payload = 1;
        synchronized (monitor) {
            ready = true;
            monitor.notifyAll();
        }
    }
}
