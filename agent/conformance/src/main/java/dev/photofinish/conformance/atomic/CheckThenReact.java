package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.atomic.AtomicInteger;

@Scenario("Check then react on an atomic: not atomic together, and no race (jcstress RMW)")
@Clean
final class CheckThenReact implements Program {
    private final AtomicInteger stock = new AtomicInteger(1);

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::take, this::take);
        Check.that(stock.get() <= 0, "nothing left");
    }

    private void take() {
        if (stock.get() > 0) {
            stock.decrementAndGet();
        }
    }
}
