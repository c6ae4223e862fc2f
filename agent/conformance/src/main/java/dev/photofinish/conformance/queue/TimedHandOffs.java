package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

@Scenario(value = "Hand-offs by timed and by plain operations, early and late", go = "NoRaceSelect5")
@Clean
final class TimedHandOffs implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        handOver(true, true);
        handOver(true, false);
        handOver(false, true);
        handOver(false, false);
        Check.equal(8, payload);
    }

    private void handOver(boolean timed, boolean late) throws Exception {
        BlockingQueue<String> queue = new SynchronousQueue<>();
        Threads.concurrently(
                () -> {
                    if (late) {
                        Thread.sleep(1);
                    }
                    payload++;
                    if (timed) {
                        Check.that(queue.offer("go", 1, TimeUnit.MINUTES), "a taker within a minute");
                    } else {
                        queue.put("go");
                    }
                },
                () -> {
                    Check.equal("go", timed ? queue.poll(1, TimeUnit.MINUTES) : queue.take());
                    payload++;
                });
    }
}
