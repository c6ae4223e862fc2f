package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.Semaphore;

@Scenario(
        value = "Acquired by one thread, released by another",
        go = {"NoRaceMutexSemaphore", "NoRaceMutexExampleFromHtml"})
@Clean
final class SemaphoreHandOff implements Program {
    private final Semaphore done = new Semaphore(0);
    int payload;

    @Override
    public void run() throws Exception {
        Thread thread = Threads.start(() -> {
            payload = 1;
            done.release();
        });
        done.acquire();
        payload++;
        Threads.join(thread);
        Check.equal(2, payload);
    }
}
