package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.function.Supplier;

@Scenario(value = "A StableValue or LazyConstant is computed by one thread and read by another", since = 25)
@Clean
final class LazyValue implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Supplier<LazyValue> value = Lazily.supplier(this::compute);
        Threads.concurrently(() -> Check.equal(1, value.get().payload), () -> Check.equal(1, value.get().payload));
    }

    private LazyValue compute() {
        payload = 1;
        return this;
    }
}
