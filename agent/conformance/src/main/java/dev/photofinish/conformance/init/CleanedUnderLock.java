package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.lang.ref.Cleaner;

@Scenario(value = "A cleaning action and a thread count under one lock", go = "NoRaceFinGlobal")
@Clean
final class CleanedUnderLock implements Program {
    private final Cleaner cleaner = Cleaner.create();
    private final Counter counter = new Counter();
    private final Marker cleaned = new Marker();

    @Override
    public void run() throws Exception {
        Counter counted = counter;
        Marker marker = cleaned;
        Threads.concurrently(() -> cleaner.register(new Object(), () -> {
            counted.add();
            marker.reach();
        }));
        cleaned.awaitCollecting();
        counter.add();
        Check.equal(2, counter.count());
    }

    static final class Counter {
        private int count;

        synchronized void add() {
            count++;
        }

        synchronized int count() {
            return count;
        }
    }
}
