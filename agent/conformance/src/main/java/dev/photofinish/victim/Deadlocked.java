package dev.photofinish.victim;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/** Two threads that wait for each other for ever, over a monitor and a lock, while main waits for a word. */
public final class Deadlocked {
    private static final Object MONITOR = new Object();
    private static final ReentrantLock LOCK = new ReentrantLock();

    private Deadlocked() {}

    public static void main(String[] args) throws Exception {
        CountDownLatch bothHold = new CountDownLatch(2);
        start("first", () -> monitorThenLock(bothHold));
        start("second", () -> lockThenMonitor(bothHold));
        bothHold.await();
        System.out.println("ready");
        if (System.in.read() < 0) {
            System.out.println("nobody is there any more");
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void monitorThenLock(CountDownLatch bothHold) {
        synchronized (MONITOR) {
            meet(bothHold);
            LOCK.lock();
        }
    }

    private static void lockThenMonitor(CountDownLatch bothHold) {
        LOCK.lock();
        meet(bothHold);
        synchronized (MONITOR) {
            LOCK.unlock();
        }
    }

    private static void meet(CountDownLatch bothHold) {
        bothHold.countDown();
        try {
            bothHold.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts", e);
        }
    }
}
