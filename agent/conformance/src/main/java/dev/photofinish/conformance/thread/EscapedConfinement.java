package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import org.jspecify.annotations.Nullable;

@Scenario(value = "A thread-local object leaks to another thread", go = "RaceTLS")
@Races({"leaked", "Counter.counted"})
final class EscapedConfinement implements Program {
    private final ThreadLocal<Counter> counter = ThreadLocal.withInitial(Counter::new);
    private final Marker leak = new Marker();

    @Nullable
    Counter leaked;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Counter own = counter.get();
                    own.counted = 1;
                    leaked = own;
                    leak.reach();
                },
                () -> {
                    leak.await();
                    Counter foreign = leaked;
                    if (foreign != null) {
                        foreign.counted++;
                    }
                });
    }

    static final class Counter {
        int counted;
    }
}
