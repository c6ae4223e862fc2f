package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;

@Scenario("isAlive that returned false orders like join")
@Clean
final class NotAlive implements Program {
    int result;

    @Override
    public void run() throws Exception {
        Thread thread = new Thread(() -> result = 1);
        thread.start();
        while (thread.isAlive()) {
            Thread.sleep(1);
        }
        Check.equal(1, result);
    }
}
