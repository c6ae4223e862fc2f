package dev.photofinish.conformance.reference;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.ref.WeakReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

@Scenario("A lock that is held weakly is collected, and another one takes its place")
@Clean
final class ReplacedLock implements Program {
    private final @Nullable Lock[] locks = {new ReentrantLock()};
    int payload;

    @Override
    public void run() throws Exception {
        WeakReference<Lock> reference = new WeakReference<>(locks[0]);
        Threads.concurrently(
                () -> {
                    add(locks[0]);
                    locks[0] = null;
                },
                () -> {
                    while (reference.get() != null) {
                        System.gc();
                    }
                    add(new ReentrantLock());
                });
    }

    private void add(@Nullable Lock lock) {
        if (lock == null) {
            throw new IllegalStateException("expected a lock");
        }
        lock.lock();
        try {
            payload++;
        } finally {
            lock.unlock();
        }
    }
}
