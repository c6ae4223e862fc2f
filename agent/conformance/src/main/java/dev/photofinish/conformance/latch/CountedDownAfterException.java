package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.CountDownLatch;

@Scenario(
        value = "A handler goes on with what the try block did, then counts down",
        go = {"NoRaceWaitGroupPanicRecover", "NoRaceWaitGroupPanicRecover2"})
@Clean
final class CountedDownAfterException implements Program {
    private final CountDownLatch done = new CountDownLatch(1);
    int payload;

    @Override
    public void run() throws Exception {
        Thread thread = Threads.start(() -> {
            try {
                payload = 1;
                throw new IllegalStateException("on purpose");
            } catch (IllegalStateException expected) {
                payload++;
            } finally {
                done.countDown();
            }
        });
        done.await();
        Check.equal(2, payload);
        Threads.join(thread);
    }
}
