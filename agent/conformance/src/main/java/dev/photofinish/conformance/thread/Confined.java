package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A ThreadLocal gives each thread an object of its own")
@Clean
final class Confined implements Program {
    private final ThreadLocal<Counter> counter = ThreadLocal.withInitial(Counter::new);

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, this::count);
    }

    private void count() {
        for (int i = 0; i < 100; i++) {
            counter.get().counted++;
        }
        Check.equal(100, counter.get().counted);
    }

    static final class Counter {
        int counted;
    }
}
