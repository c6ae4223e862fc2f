package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

@Scenario("A timed await that returned true orders like await")
@Clean
final class TimedAwait implements Program {
    private final CountDownLatch done = new CountDownLatch(2);
    int one;
    int other;

    @Override
    public void run() throws Exception {
        Thread first = Threads.start(() -> {
            one = 1;
            done.countDown();
        });
        Thread second = Threads.start(() -> {
            other = 1;
            done.countDown();
        });
        Check.equal(true, done.await(60, TimeUnit.SECONDS));
        Check.equal(2, one + other);
        one = 2;
        other = 2;
        Threads.join(first);
        Threads.join(second);
    }
}
