package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;

@Scenario(value = "What was written before start is seen by the thread")
@Clean
final class StartPublishes implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        payload = 1;
        Thread thread = new Thread(() -> payload++);
        thread.start();
        thread.join();
        Check.equal(2, payload);
    }
}
