package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;

@Scenario("A Thread subclass works before and after super.run")
@Clean
final class OverriddenRun implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        payload = 1;
        Thread thread = new Counting(() -> payload++);
        thread.start();
        thread.join();
        Check.equal(4, payload);
    }

    private final class Counting extends Thread {
        Counting(Runnable task) {
            super(task);
        }

        @Override
        public void run() {
            payload++;
            super.run();
            payload++;
        }
    }
}
