package dev.photofinish.victim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Threads that wait for locks, and the truth about it: who asked when, had it when, and let go of it when, as they measured it
 * themselves. A holder holds until it has seen its waiters wait, and then for a while.
 */
public final class Contended {
    private static final long HOLD_NANOS = 150_000_000;
    private static final long SHORT_HOLD_NANOS = 1_000_000;
    private static final int IN_CONVOY = 6;
    private static final int ROUNDS = 12;
    private static final int OVERTAKING = 30;
    private static final int ALLOCATED = 1 << 16;

    private Contended() {}

    /** Prints a line for each turn at a lock: lock, thread, asked, got, released; nanoseconds of one clock. */
    public static void main(String[] args) throws Exception {
        List<Turn> turns = new ArrayList<>();
        turns.addAll(monitor());
        turns.addAll(lock());
        turns.addAll(chain());
        turns.addAll(convoy());
        turns.addAll(starvation());
        turns.addAll(starvingWriter());
        turns.forEach(turn -> System.out.println(
                "turn " + turn.lock + " " + turn.thread + " " + turn.asked + " " + turn.got + " " + turn.released));
    }

    private static List<Turn> monitor() throws InterruptedException {
        Object monitor = new Monitor();
        Turn holder = new Turn("monitor", "monitor-holder");
        Turn first = new Turn("monitor", "monitor-waiter-1");
        Turn second = new Turn("monitor", "monitor-waiter-2");
        CountDownLatch held = new CountDownLatch(1);
        List<Thread> waiters = new ArrayList<>();
        Thread holding = thread(holder, () -> holdMonitor(monitor, holder, held, waiters));
        held.await();
        Thread one = thread(first, () -> enterMonitor(monitor, first));
        Thread other = thread(second, () -> enterMonitor(monitor, second));
        release(holding, waiters, one, other);
        return List.of(holder, first, second);
    }

    private static void holdMonitor(Object monitor, Turn turn, CountDownLatch held, List<Thread> waiters) {
        turn.asks();
        synchronized (monitor) {
            turn.has();
            held.countDown();
            holdUntilTheyWait(waiters);
            turn.letsGo();
        }
    }

    private static void enterMonitor(Object monitor, Turn turn) {
        turn.asks();
        synchronized (monitor) {
            turn.has();
            turn.letsGo();
        }
    }

    private static List<Turn> lock() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Turn holder = new Turn("lock", "lock-holder");
        Turn waiter = new Turn("lock", "lock-waiter");
        CountDownLatch held = new CountDownLatch(1);
        List<Thread> waiters = new ArrayList<>();
        Thread holding = thread(holder, () -> holdLock(lock, holder, held, waiters));
        held.await();
        release(holding, waiters, thread(waiter, () -> takeLock(lock, waiter)));
        return List.of(holder, waiter);
    }

    private static void holdLock(ReentrantLock lock, Turn turn, CountDownLatch held, List<Thread> waiters) {
        turn.asks();
        lock.lock();
        try {
            turn.has();
            held.countDown();
            holdUntilTheyWait(waiters);
            turn.letsGo();
        } finally {
            lock.unlock();
        }
    }

    private static void takeLock(ReentrantLock lock, Turn turn) {
        turn.asks();
        lock.lock();
        try {
            turn.has();
            turn.letsGo();
        } finally {
            lock.unlock();
        }
    }

    /** One waits for the front, whose holder waits for the back. */
    private static List<Turn> chain() throws InterruptedException {
        Object front = new Front();
        Object back = new Back();
        Turn root = new Turn("back", "chain-root");
        Turn middle = new Turn("front", "chain-middle");
        Turn last = new Turn("front", "chain-last");
        CountDownLatch backHeld = new CountDownLatch(1);
        CountDownLatch frontHeld = new CountDownLatch(1);
        List<Thread> waiters = new ArrayList<>();
        Thread holding = thread(root, () -> holdBack(back, root, backHeld, waiters));
        backHeld.await();
        Thread between = thread(middle, () -> {
            synchronized (front) {
                frontHeld.countDown();
                takeBack(back);
            }
        });
        frontHeld.await();
        release(holding, waiters, between, thread(last, () -> takeFront(front, last)));
        return List.of(root, last);
    }

    private static void holdBack(Object back, Turn turn, CountDownLatch held, List<Thread> waiters) {
        turn.asks();
        synchronized (back) {
            turn.has();
            held.countDown();
            holdUntilTheyWait(waiters);
            turn.letsGo();
        }
    }

    private static void takeBack(Object back) {
        synchronized (back) {
            LockSupport.parkNanos(1);
        }
    }

    private static void takeFront(Object front, Turn turn) {
        turn.asks();
        synchronized (front) {
            turn.has();
            turn.letsGo();
        }
    }

    /** A fair lock that all want again as soon as they have let go of it: its queue never empties. Each allocates 64 KiB under it. */
    private static List<Turn> convoy() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock(true);
        List<Turn> turns = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        lock.lock();
        for (int i = 0; i < IN_CONVOY; i++) {
            List<Turn> own = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                own.add(new Turn("convoy", "convoy-" + i));
            }
            turns.addAll(own);
            threads.add(thread(own.get(0), () -> own.forEach(turn -> goInConvoy(lock, turn))));
        }
        threads.forEach(Contended::awaitWaiting);
        lock.unlock();
        for (Thread thread : threads) {
            thread.join();
        }
        return turns;
    }

    private static void goInConvoy(ReentrantLock lock, Turn turn) {
        turn.asks();
        lock.lock();
        try {
            turn.has();
            turn.made = new byte[ALLOCATED];
            while (System.nanoTime() - turn.got < SHORT_HOLD_NANOS) {
                Thread.onSpinWait();
            }
            turn.letsGo();
        } finally {
            lock.unlock();
        }
    }

    /** One wants both permits of a semaphore, of which one is out: thirty times another takes the one that is left, and gives it back. */
    private static List<Turn> starvation() throws InterruptedException {
        Semaphore permits = new Semaphore(2);
        Turn starved = new Turn("permits", "starved");
        permits.acquire();
        Thread waiting = thread(starved, () -> takeBoth(permits, starved));
        while (!permits.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
        awaitWaiting(waiting);
        for (int i = 0; i < OVERTAKING; i++) {
            if (!permits.tryAcquire()) {
                throw new IllegalStateException("expected a permit that nobody but this thread takes");
            }
            permits.release();
        }
        LockSupport.parkNanos(HOLD_NANOS);
        permits.release();
        waiting.join();
        return List.of(starved);
    }

    private static void takeBoth(Semaphore permits, Turn turn) {
        turn.asks();
        permits.acquireUninterruptibly(2);
        turn.has();
        turn.letsGo();
        permits.release(2);
    }

    /** One wants to write while another reads: thirty times a third reads as well, which asks later, and does not wait in line. */
    private static List<Turn> starvingWriter() throws InterruptedException {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        Turn starved = new Turn("write", "starved-writer");
        Turn barging = new Turn("read", "barging-reader");
        lock.readLock().lock();
        Thread waiting = thread(starved, () -> write(lock, starved));
        while (!lock.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
        awaitWaiting(waiting);
        Thread reading = thread(barging, () -> {
            for (int i = 0; i < OVERTAKING; i++) {
                if (!lock.readLock().tryLock()) {
                    throw new IllegalStateException("expected to read beside another");
                }
                lock.readLock().unlock();
            }
        });
        reading.join();
        LockSupport.parkNanos(HOLD_NANOS);
        lock.readLock().unlock();
        waiting.join();
        return List.of(starved);
    }

    private static void write(ReentrantReadWriteLock lock, Turn turn) {
        turn.asks();
        lock.writeLock().lock();
        turn.has();
        turn.letsGo();
        lock.writeLock().unlock();
    }

    private static Thread thread(Turn turn, Runnable task) {
        Thread thread = new Thread(task, turn.thread);
        thread.start();
        return thread;
    }

    /** Tells the holder for whom to wait before it lets go, and waits for all. */
    private static void release(Thread holding, List<Thread> waiters, Thread... started) throws InterruptedException {
        synchronized (waiters) {
            waiters.addAll(List.of(started));
            waiters.notifyAll();
        }
        holding.join();
        for (Thread waiter : started) {
            waiter.join();
        }
    }

    private static void holdUntilTheyWait(List<Thread> waiters) {
        List<Thread> all = new ArrayList<>();
        synchronized (waiters) {
            while (waiters.isEmpty()) {
                try {
                    waiters.wait();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("nobody interrupts", e);
                }
            }
            all.addAll(waiters);
        }
        all.forEach(Contended::awaitWaiting);
        long end = System.nanoTime() + HOLD_NANOS;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.BLOCKED && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static final class Monitor {}

    private static final class Front {}

    private static final class Back {}

    /** One thread's turn at a lock, written by that thread alone. */
    private static final class Turn {
        private static final byte[] NOTHING = {};

        private final String lock;
        private final String thread;
        private long asked;
        private long got;
        private long released;

        @SuppressWarnings("UnusedVariable") // allocated so that it is
        private byte[] made = NOTHING;

        Turn(String lock, String thread) {
            this.lock = lock;
            this.thread = thread;
        }

        void asks() {
            asked = System.nanoTime();
        }

        void has() {
            got = System.nanoTime();
        }

        void letsGo() {
            released = System.nanoTime();
        }
    }
}
