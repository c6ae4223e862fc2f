package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;

@Scenario(value = "A virtual thread is started and joined", since = 21)
@Clean
final class VirtualStartJoin implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        payload = 1;
        Thread thread = (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, (Runnable) () -> payload++);
        thread.join();
        Check.equal(2, payload);
    }
}
