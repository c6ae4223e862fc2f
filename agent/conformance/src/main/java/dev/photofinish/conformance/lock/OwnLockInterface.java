package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

@Scenario("A class of one's own that implements Lock by delegation")
@Clean
final class OwnLockInterface implements Program {
    private final Lock mu = new CountingLock();
    int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, this::count);
        Check.equal(2, counted);
    }

    private void count() {
        mu.lock();
        try {
            counted++;
        } finally {
            mu.unlock();
        }
    }

    private static final class CountingLock implements Lock {
        private final ReentrantLock lock = new ReentrantLock();
        private int acquired; // guarded by lock

        @Override
        public void lock() {
            lock.lock();
            acquired++;
        }

        @Override
        public void lockInterruptibly() throws InterruptedException {
            lock.lockInterruptibly();
            acquired++;
        }

        @Override
        public boolean tryLock() {
            return lock.tryLock();
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
            return lock.tryLock(time, unit);
        }

        @Override
        public void unlock() {
            Check.that(acquired > 0, "a lock that was acquired");
            lock.unlock();
        }

        @Override
        public Condition newCondition() {
            return lock.newCondition();
        }
    }
}
