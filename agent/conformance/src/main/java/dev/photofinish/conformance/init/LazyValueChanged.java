package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.function.Supplier;

@Scenario(value = "What is written after a StableValue or LazyConstant was read is not published by it", since = 25)
@Races("late")
final class LazyValueChanged implements Program {
    int payload;
    int late;

    @Override
    public void run() throws Exception {
        Supplier<LazyValueChanged> value = Lazily.supplier(this::compute);
        Threads.concurrently(() -> value.get().late = 1, () -> Check.that(value.get().late < 2, "0 or 1"));
        Check.equal(1, payload);
    }

    private LazyValueChanged compute() {
        payload = 1;
        return this;
    }
}
