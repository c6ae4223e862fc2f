package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario(value = "Three threads, two monitors: the order is transitive", go = "NoRaceWaitGroupTransitive")
@Clean
final class TwoMonitorsTransitive implements Program {
    private final Object first = new Object();
    private final Object second = new Object();
    private final Marker one = new Marker();
    private final Marker two = new Marker();
    int balance;
    int inFirst;
    int inSecond;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::begin, this::relay, this::end);
        Check.equal(2, balance);
    }

    private void begin() {
        balance = 1;
        synchronized (first) {
            inFirst++;
        }
        one.reach();
    }

    private void relay() throws InterruptedException {
        one.await();
        synchronized (first) {
            inFirst++;
        }
        synchronized (second) {
            inSecond++;
        }
        two.reach();
    }

    private void end() throws InterruptedException {
        two.await();
        synchronized (second) {
            inSecond++;
        }
        balance++;
    }
}
