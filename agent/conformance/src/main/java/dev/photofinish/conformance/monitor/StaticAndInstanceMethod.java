package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A static and an instance synchronized method lock two different monitors")
@Races("counted")
final class StaticAndInstanceMethod implements Program {
    static int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(StaticAndInstanceMethod::countByClass, this::countByInstance);
    }

    private static synchronized void countByClass() {
        counted++;
    }

    private synchronized void countByInstance() {
        counted++;
    }
}
