package dev.photofinish.victim;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Deadlocks that virtual threads are part of: of a virtual and a platform thread over two locks, and with the argument {@code
 * monitors} another of two virtual threads over a monitor and a lock, as only JDK 24 and later let a virtual thread go while it waits
 * for a monitor. Beside them virtual threads only fight, for two locks that all take in one order. JDK 21 and later.
 */
public final class VirtualDeadlocked {
    private static final Object MONITOR = new Object();
    private static final ReentrantLock FIRST = new ReentrantLock();
    private static final ReentrantLock SECOND = new ReentrantLock();
    private static final ReentrantLock THIRD = new ReentrantLock();
    private static final ReentrantLock OUTER = new ReentrantLock();
    private static final ReentrantLock INNER = new ReentrantLock();
    private static final AtomicBoolean over = new AtomicBoolean();
    private static int turns;

    private VirtualDeadlocked() {}

    public static void main(String[] args) throws Exception {
        boolean monitors = args[0].equals("monitors");
        CountDownLatch allHold = new CountDownLatch(monitors ? 4 : 2);
        startVirtual(() -> firstThenSecond(allHold));
        Thread platform = new Thread(() -> secondThenFirst(allHold), "platform");
        platform.setDaemon(true);
        platform.start();
        if (monitors) {
            startVirtual(() -> monitorThenLock(allHold));
            startVirtual(() -> lockThenMonitor(allHold));
        }
        allHold.await();
        for (int i = 0; i < 4; i++) {
            startVirtual(VirtualDeadlocked::fight);
        }
        System.out.println("ready");
        if (System.in.read() < 0) {
            System.out.println("nobody is there any more, after " + turns + " turns");
        }
        over.set(true);
    }

    /** {@code Thread.startVirtualThread}, which JDK 17 has not. */
    private static void startVirtual(Runnable task) throws ReflectiveOperationException {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        ThreadFactory factory = (ThreadFactory)
                Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
        factory.newThread(task).start();
    }

    private static void firstThenSecond(CountDownLatch allHold) {
        FIRST.lock();
        meet(allHold);
        SECOND.lock();
    }

    private static void secondThenFirst(CountDownLatch allHold) {
        SECOND.lock();
        meet(allHold);
        FIRST.lock();
    }

    private static void monitorThenLock(CountDownLatch allHold) {
        synchronized (MONITOR) {
            meet(allHold);
            THIRD.lock();
        }
    }

    private static void lockThenMonitor(CountDownLatch allHold) {
        THIRD.lock();
        meet(allHold);
        synchronized (MONITOR) {
            THIRD.unlock();
        }
    }

    /** Takes two locks in the one order that all keep to; nobody ever waits for ever. */
    private static void fight() {
        while (!over.get()) {
            OUTER.lock();
            try {
                INNER.lock();
                try {
                    turns++;
                } finally {
                    INNER.unlock();
                }
            } finally {
                OUTER.unlock();
            }
            INNER.lock();
            try {
                turns++;
            } finally {
                INNER.unlock();
            }
            // A virtual thread that never waits keeps its carrier for itself.
            LockSupport.parkNanos(1_000);
        }
    }

    private static void meet(CountDownLatch allHold) {
        allHold.countDown();
        try {
            allHold.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts", e);
        }
    }
}
