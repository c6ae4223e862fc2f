package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import org.jspecify.annotations.Nullable;

@Scenario(value = "An exception from the lock operation itself leaves no lock behind", go = "NoRaceNilMutexCrash")
@Clean
final class NullMonitor implements Program {
    private final Object mu = new Object();
    private int crashes;
    int balance;

    @Override
    public void run() throws Exception {
        lock(null);
        notifyWithoutOwning();
        Check.equal(2, crashes);
        Threads.concurrently(() -> lock(mu), () -> lock(mu));
        Check.equal(2, balance);
    }

    @SuppressWarnings("NullAway") // locking null is the scenario
    private void lock(@Nullable Object lock) {
        try {
            synchronized (lock) {
                balance++;
            }
        } catch (NullPointerException expected) {
            crashes++;
        }
    }

    @SuppressWarnings("NakedNotify") // notifying without the monitor is the scenario
    private void notifyWithoutOwning() {
        try {
            mu.notifyAll();
        } catch (IllegalMonitorStateException expected) {
            crashes++;
        }
    }
}
