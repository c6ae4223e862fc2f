package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

@Scenario("A class that implements Lock and locks nothing orders nothing")
@Races("counted")
final class NoOpLock implements Program {
    private final Lock mu = new NothingLock();
    int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, this::count);
    }

    private void count() {
        mu.lock();
        try {
            counted++;
        } finally {
            mu.unlock();
        }
    }

    private static final class NothingLock implements Lock {
        @Override
        public void lock() {}

        @Override
        public void lockInterruptibly() {}

        @Override
        public boolean tryLock() {
            return true;
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) {
            return true;
        }

        @Override
        public void unlock() {}

        @Override
        public Condition newCondition() {
            throw new UnsupportedOperationException("newCondition");
        }
    }
}
