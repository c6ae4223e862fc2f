package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.locks.ReentrantLock;

@Scenario(
        value = "The argument is read before the called method takes the lock",
        go = {"RaceAsFunc3", "RaceAsFunc2"})
@Races("value")
final class ReadBeforeLockOfCallee implements Program {
    private final ReentrantLock lock = new ReentrantLock();
    private final Marker written = new Marker();
    int value;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    written.await();
                    lockWith(value);
                    lock.unlock();
                },
                () -> {
                    lock.lock();
                    try {
                        value = 42;
                    } finally {
                        lock.unlock();
                    }
                    written.reach();
                });
    }

    private void lockWith(int argument) {
        lock.lock();
        Check.that(argument <= 42, "an argument");
    }
}
