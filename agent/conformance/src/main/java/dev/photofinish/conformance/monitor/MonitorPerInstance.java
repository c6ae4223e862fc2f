package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("Each instance locks itself to guard a static field")
@Races("counted")
final class MonitorPerInstance implements Program {
    static int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, new MonitorPerInstance()::count);
    }

    private synchronized void count() {
        counted++;
    }
}
