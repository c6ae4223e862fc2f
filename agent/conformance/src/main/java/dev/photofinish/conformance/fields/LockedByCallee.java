package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.locks.ReentrantLock;

@Scenario(
        value = "The called method takes the lock before it answers",
        go = {"NoRaceFuncUnlock", "NoRaceAsFunc4"})
@Clean
final class LockedByCallee implements Program {
    private final ReentrantLock lock = new ReentrantLock();
    int value;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    lock.lock();
                    try {
                        value = 42;
                    } finally {
                        lock.unlock();
                    }
                },
                () -> {
                    value = lockAndAnswer();
                    lock.unlock();
                });
        Check.that(value >= 42, "a value");
    }

    private int lockAndAnswer() {
        lock.lock();
        return 43;
    }
}
