package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "An interrupt of a virtual thread that sleeps", since = 21)
@Clean
final class InterruptVirtual implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Thread sleeper = (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, (Runnable) this::sleep);
        Threads.awaitState(sleeper, Thread.State.TIMED_WAITING);
        payload = 1;
        sleeper.interrupt();
        sleeper.join();
        Check.equal(2, payload);
    }

    private void sleep() {
        try {
            Thread.sleep(60_000);
            throw new AssertionError("expected an interrupt");
        } catch (InterruptedException expected) {
            payload++;
        }
    }
}
