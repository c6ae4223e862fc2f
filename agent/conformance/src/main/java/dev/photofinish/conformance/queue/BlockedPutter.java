package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

@Scenario(
        value = "A putter that was blocked publishes as one that was not",
        go = {"NoRaceBlockedSendSync", "NoRaceBlockedSelectSendSync"})
@Clean
final class BlockedPutter implements Program {
    @Override
    public void run() throws Exception {
        handOver(false);
        handOver(true);
    }

    private static void handOver(boolean timed) throws Exception {
        BlockingQueue<Letter> queue = new ArrayBlockingQueue<>(1);
        queue.put(new Letter());
        Thread putter = Threads.start(() -> {
            Letter letter = new Letter();
            letter.text = 42;
            queue.put(letter);
        });
        Threads.awaitState(putter, Thread.State.WAITING);
        Check.equal(0, queue.take().text);
        Letter letter = timed ? queue.poll(1, TimeUnit.MINUTES) : queue.take();
        Check.that(letter != null && letter.text == 42, "what the blocked thread wrote");
        Threads.join(putter);
    }

    static final class Letter {
        int text;
    }
}
