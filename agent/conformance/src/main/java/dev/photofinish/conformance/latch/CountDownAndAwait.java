package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.CountDownLatch;

@Scenario(
        value = "countDown hands over to await",
        go = {"NoRaceWaitGroup", "NoRaceChanSyncCloseRecv", "NoRaceSelect2", "NoRaceCloseHappensBeforeRead"},
        alone = true)
@Clean
final class CountDownAndAwait implements Program {
    private final CountDownLatch done = new CountDownLatch(1);
    int payload;

    @Override
    public void run() throws Exception {
        Thread worker = Threads.start(() -> {
            payload = 1;
            done.countDown();
        });
        done.await();
        payload++;
        Threads.join(worker);
        Check.equal(2, payload);
    }
}
