package dev.photofinish.analyzer.serve;

import java.util.concurrent.CountDownLatch;

/** A monitor for which one thread really has to wait. */
final class ContendedMonitor {
    private ContendedMonitor() {}

    private static final class Lock {}

    /** Waits once for a monitor that a thread of that name holds. */
    static void waitOnce(String holderName) throws InterruptedException {
        Lock lock = new Lock();
        CountDownLatch held = new CountDownLatch(1);
        Thread waiter = new Thread(() -> enter(lock), "waiter");
        Thread holder = new Thread(() -> holdUntilBlocked(lock, held, waiter), holderName);
        holder.start();
        held.await();
        waiter.start();
        waiter.join();
        holder.join();
    }

    private static void holdUntilBlocked(Lock lock, CountDownLatch held, Thread waiter) {
        synchronized (lock) {
            held.countDown();
            RunningAnalyzer.await("a blocked thread", () -> waiter.getState() == Thread.State.BLOCKED);
        }
    }

    private static void enter(Lock lock) {
        synchronized (lock) {
            lock.notifyAll();
        }
    }
}
