package dev.photofinish.weave;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.ReentrantLock;

/** Every shape of code that the weavers know, with a result that must not change. */
@SuppressWarnings({"NonAtomicVolatileUpdate", "UnusedVariable"}) // shapes to be woven, run by one thread
final class Subject {
    private static final VarHandle CELL;

    static {
        try {
            CELL = MethodHandles.lookup().findVarHandle(Subject.class, "cell", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static int counter;
    private static volatile long stamp;

    private final ReentrantLock lock = new ReentrantLock();
    private byte small;
    private long wide;
    private double real;
    private Object reference = "";
    private volatile double volatileReal;
    private volatile int volatileSmall;

    private long cell;

    Subject(boolean flag) {
        this(flag ? new StringBuilder("a") : new StringBuilder("b"));
    }

    private Subject(StringBuilder text) {
        super();
        reference = text.append(counter);
    }

    static String run() throws InterruptedException {
        Subject subject = new Subject(true);
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            result.append(subject.step(i)).append(';');
        }
        try {
            subject.fail();
        } catch (IllegalStateException e) {
            result.append(e.getMessage()).append(Thread.holdsLock(subject));
        }
        counter = 0;
        return result.append(locked(5)).append(subject.lock.isLocked()).toString();
    }

    private String step(int i) throws InterruptedException {
        small += (byte) i;
        wide = wide * 3 + i;
        real += 0.5;
        volatileReal = real * 2;
        volatileSmall++;
        stamp += wide;
        boolean won = CELL.compareAndSet(this, (long) i, (long) i + 1);
        long seen = (long) CELL.getVolatile(this);
        lock.lock();
        try {
            counter++;
        } finally {
            lock.unlock();
        }
        synchronized (lock) {
            do {
                lock.wait(1);
                lock.wait(0, 10);
            } while (small > 100);
        }
        return small + " " + wide + " " + real + " " + volatileReal + " " + volatileSmall + " " + won + seen
                + reference;
    }

    private synchronized void fail() {
        if (Thread.holdsLock(this)) {
            throw new IllegalStateException("held ");
        }
    }

    private static synchronized long locked(long value) {
        return value + counter;
    }
}
