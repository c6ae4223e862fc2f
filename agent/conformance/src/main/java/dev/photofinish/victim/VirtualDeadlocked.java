package dev.photofinish.victim;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Virtual threads that wait for each other for ever, or a virtual and a platform thread, and others that only fight: for two locks that all take in one order. JDK 21 and later; the argument
 * says what the circle is made of, as only JDK 24 and later let a virtual thread go while it waits for a monitor.
 */
public final class VirtualDeadlocked {
    private static final Object MONITOR = new Object();
    private static final ReentrantLock FIRST = new ReentrantLock();
    private static final ReentrantLock SECOND = new ReentrantLock();
    private static final ReentrantLock OUTER = new ReentrantLock();
    private static final ReentrantLock INNER = new ReentrantLock();
    private static final AtomicBoolean over = new AtomicBoolean();
    private static int turns;

    private VirtualDeadlocked() {}

    public static void main(String[] args) throws Exception {
        CountDownLatch bothHold = new CountDownLatch(2);
        switch (args[0]) {
            case "locks" -> {
                startVirtual(() -> twoLocks(FIRST, SECOND, bothHold));
                startVirtual(() -> twoLocks(SECOND, FIRST, bothHold));
            }
            case "monitor" -> {
                startVirtual(() -> monitorThenLock(bothHold));
                startVirtual(() -> lockThenMonitor(bothHold));
            }
            case "mixed" -> {
                startVirtual(() -> twoLocks(FIRST, SECOND, bothHold));
                Thread platform = new Thread(() -> twoLocks(SECOND, FIRST, bothHold), "platform");
                platform.setDaemon(true);
                platform.start();
            }
            default -> throw new IllegalArgumentException("expected locks, monitor or mixed, found " + args[0]);
        }
        bothHold.await();
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

    private static void twoLocks(ReentrantLock mine, ReentrantLock other, CountDownLatch bothHold) {
        mine.lock();
        meet(bothHold);
        other.lock();
    }

    private static void monitorThenLock(CountDownLatch bothHold) {
        synchronized (MONITOR) {
            meet(bothHold);
            FIRST.lock();
        }
    }

    private static void lockThenMonitor(CountDownLatch bothHold) {
        FIRST.lock();
        meet(bothHold);
        synchronized (MONITOR) {
            FIRST.unlock();
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

    private static void meet(CountDownLatch bothHold) {
        bothHold.countDown();
        try {
            bothHold.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts", e);
        }
    }
}
