package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A static synchronized method and a block on the class literal are one monitor")
@Clean
final class SynchronizedStaticMethod implements Program {
    static int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(SynchronizedStaticMethod::count, SynchronizedStaticMethod::countInBlock);
        Check.equal(2, counted);
    }

    private static synchronized void count() {
        counted++;
    }

    private static void countInBlock() {
        synchronized (SynchronizedStaticMethod.class) {
            counted++;
        }
    }
}
