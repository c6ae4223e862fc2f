package dev.photofinish.victim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Main waits for locks that several threads may have at once, each time as long as others hold them on purpose. Prints a line for
 * each wait: {@code truth}, the class of the lock, the method that waits, its nanoseconds, and the thread that ended it.
 */
public final class SharedLocksContended {
    private static final long HOLD_NANOS = 120_000_000;

    private final List<Thread> holders = new ArrayList<>();
    private final Thread waiter = Thread.currentThread();
    private volatile boolean asking;

    private SharedLocksContended() {}

    public static void main(String[] args) throws Exception {
        behindWriter(new ReentrantReadWriteLock());
        behindReaders(new ReentrantReadWriteLock());
        behindStampedWriter(new StampedLock());
        behindStampedReader(new StampedLock());
        behindPermit(new Semaphore(1));
    }

    private static void behindWriter(ReentrantReadWriteLock lock) throws InterruptedException {
        SharedLocksContended scene = new SharedLocksContended();
        scene.hold(
                "writer",
                1,
                () -> lock.writeLock().lock(),
                () -> lock.writeLock().unlock());
        scene.asking = true;
        scene.tell(lock, "reader", scene.reader(lock), "writer");
    }

    private long reader(ReentrantReadWriteLock lock) {
        long asked = System.nanoTime();
        lock.readLock().lock();
        long waited = System.nanoTime() - asked;
        lock.readLock().unlock();
        return waited;
    }

    private static void behindReaders(ReentrantReadWriteLock lock) throws InterruptedException {
        SharedLocksContended scene = new SharedLocksContended();
        for (int i = 1; i <= 2; i++) {
            scene.hold(
                    "reader " + i,
                    i,
                    () -> lock.readLock().lock(),
                    () -> lock.readLock().unlock());
        }
        scene.asking = true;
        scene.tell(lock, "writer", scene.writer(lock), "reader 2");
    }

    private long writer(ReentrantReadWriteLock lock) {
        long asked = System.nanoTime();
        lock.writeLock().lock();
        long waited = System.nanoTime() - asked;
        lock.writeLock().unlock();
        return waited;
    }

    private static void behindStampedWriter(StampedLock lock) throws InterruptedException {
        SharedLocksContended scene = new SharedLocksContended();
        scene.hold("stamped writer", 1, lock::writeLock, lock::tryUnlockWrite);
        scene.asking = true;
        scene.tell(lock, "stampedReader", scene.stampedReader(lock), "stamped writer");
    }

    private long stampedReader(StampedLock lock) {
        long asked = System.nanoTime();
        long stamp = lock.readLock();
        long waited = System.nanoTime() - asked;
        lock.unlockRead(stamp);
        return waited;
    }

    private static void behindStampedReader(StampedLock lock) throws InterruptedException {
        SharedLocksContended scene = new SharedLocksContended();
        scene.hold("stamped reader", 1, lock::readLock, lock::tryUnlockRead);
        scene.asking = true;
        scene.tell(lock, "stampedWriter", scene.stampedWriter(lock), "stamped reader");
    }

    private long stampedWriter(StampedLock lock) throws InterruptedException {
        long asked = System.nanoTime();
        long stamp = lock.tryWriteLock(1, TimeUnit.MINUTES);
        long waited = System.nanoTime() - asked;
        lock.unlock(stamp);
        return waited;
    }

    private static void behindPermit(Semaphore permit) throws InterruptedException {
        SharedLocksContended scene = new SharedLocksContended();
        scene.hold("permit holder", 1, permit::acquireUninterruptibly, permit::release);
        scene.asking = true;
        scene.tell(permit, "permit", scene.permit(permit), "permit holder");
    }

    private long permit(Semaphore permit) throws InterruptedException {
        long asked = System.nanoTime();
        permit.acquire();
        long waited = System.nanoTime() - asked;
        permit.release();
        return waited;
    }

    /** Starts a thread that has the lock when this returns, and lets go of it so many holds after the waiter has begun to wait. */
    private void hold(String name, int holds, Runnable lock, Runnable unlock) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        Thread holder = new Thread(
                () -> {
                    lock.run();
                    held.countDown();
                    keep(holds * HOLD_NANOS);
                    unlock.run();
                },
                name);
        holders.add(holder);
        holder.start();
        held.await();
    }

    private void keep(long nanos) {
        while (!asking || !isWaiting()) {
            LockSupport.parkNanos(100_000);
        }
        long seen = System.nanoTime();
        while (System.nanoTime() - seen < nanos) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private boolean isWaiting() {
        Thread.State state = waiter.getState();
        return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
    }

    private void tell(Object lock, String method, long waitNanos, String holder) throws InterruptedException {
        for (Thread thread : holders) {
            thread.join();
        }
        System.out.println("truth " + lock.getClass().getName() + " " + method + " " + waitNanos + " " + holder);
    }
}
