package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("The monitor of a boxed number is a monitor")
@Clean
final class BoxedMonitor implements Program {
    private final Object monitor = Integer.valueOf(Integer.parseInt("7777"));

    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    synchronized (monitor) {
                        payload++;
                    }
                },
                () -> {
                    synchronized (monitor) {
                        payload++;
                    }
                });
        Check.equal(2, payload);
    }
}
