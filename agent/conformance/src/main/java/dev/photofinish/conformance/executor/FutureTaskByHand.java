package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.FutureTask;

@Scenario("A FutureTask run by a thread of one's own")
@Clean
final class FutureTaskByHand implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        payload = 1;
        FutureTask<Integer> task = new FutureTask<>(() -> ++payload);
        Thread thread = new Thread(task);
        thread.start();
        Check.equal(2, task.get());
        payload++;
        thread.join();
    }
}
