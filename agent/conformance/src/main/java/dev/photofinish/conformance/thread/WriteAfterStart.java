package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;

@Scenario("What is written after start is not")
@Races("payload")
final class WriteAfterStart implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Thread thread = new Thread(() -> Check.that(payload >= 0, "a payload"));
        thread.start();
        payload = 1;
        thread.join();
    }
}
