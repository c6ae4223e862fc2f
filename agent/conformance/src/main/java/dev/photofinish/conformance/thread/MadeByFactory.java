package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

@Scenario("A thread of a ThreadFactory starts after what was done before start")
@Clean
final class MadeByFactory implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        ThreadFactory factory = Executors.defaultThreadFactory();
        payload = 1;
        Thread thread = factory.newThread(() -> payload++);
        payload++;
        thread.start();
        thread.join();
        Check.equal(3, payload);
    }
}
