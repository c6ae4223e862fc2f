package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;

@Scenario("A timed join that returned because the thread ended orders like join")
@Clean
final class JoinInTime implements Program {
    int result;

    @Override
    public void run() throws Exception {
        Thread thread = new Thread(() -> result = 1);
        thread.start();
        thread.join(60_000);
        Check.equal(1, result);
    }
}
