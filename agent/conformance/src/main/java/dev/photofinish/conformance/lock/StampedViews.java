package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.StampedLock;

@Scenario("The views of a StampedLock as a Lock order like it")
@Clean
final class StampedViews implements Program {
    private final StampedLock mu = new StampedLock();
    private final Lock write = mu.asWriteLock();
    private final Lock read = mu.asReadLock();
    private final Marker written = new Marker();
    private final Marker seen = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    write.lock();
                    payload = 1;
                    write.unlock();
                    written.reach();
                    seen.await();
                    write.lock();
                    payload = 2;
                    write.unlock();
                },
                () -> {
                    written.await();
                    read.lock();
                    Check.equal(1, payload);
                    read.unlock();
                    seen.reach();
                });
    }
}
