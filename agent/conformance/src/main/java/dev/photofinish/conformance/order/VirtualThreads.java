package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Deadlock;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.outside.Turns;
import java.util.concurrent.locks.ReentrantLock;

@Scenario(value = "two virtual threads take two locks in opposite orders", since = 21)
@Clean
@Deadlock(locks = 2)
final class VirtualThreads implements Program {
    private final ReentrantLock left = new ReentrantLock();
    private final ReentrantLock right = new ReentrantLock();
    private final Turns turns = new Turns(2);

    @Override
    public void run() throws Exception {
        Thread one = start(() -> turns.each(0, () -> nest(left, right)));
        Thread other = start(() -> turns.each(1, () -> nest(right, left)));
        one.join();
        other.join();
    }

    private static Thread start(Runnable task) throws ReflectiveOperationException {
        return (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }

    private void nest(ReentrantLock outer, ReentrantLock inner) {
        outer.lock();
        try {
            inner.lock();
            try {
                Thread.onSpinWait();
            } finally {
                inner.unlock();
            }
        } finally {
            outer.unlock();
        }
    }
}
