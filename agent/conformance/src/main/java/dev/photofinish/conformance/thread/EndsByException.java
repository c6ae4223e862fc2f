package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;

@Scenario("A thread that ends by an exception is joined like any other")
@Clean
final class EndsByException implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Thread thread = new Thread(() -> {
            payload = 1;
            throw new IllegalStateException("on purpose");
        });
        thread.setUncaughtExceptionHandler((failed, failure) -> payload++);
        thread.start();
        thread.join();
        Check.equal(2, payload);
    }
}
