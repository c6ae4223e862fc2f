package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

@Scenario(value = "The initializer of a loop runs before the first hand-over", go = "NoRaceForInit")
@Clean
final class InitializedBeforeLoop implements Program {
    private static final int LAST = 10;
    private final BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
    int count;

    @Override
    public void run() throws Exception {
        Thread counter = Threads.start(() -> {
            while (queue.take() < LAST) {
                count++;
            }
        });
        int i = 0;
        for (count = 42; i <= LAST; i++) {
            queue.put(i);
        }
        Threads.join(counter);
        Check.equal(52, count);
    }
}
