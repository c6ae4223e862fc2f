package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

@Scenario("drainTo takes every element")
@Clean
final class Drained implements Program {
    private final BlockingQueue<Letter> queue = new LinkedBlockingQueue<>();
    private final Marker sent = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::send, this::send, this::receive);
    }

    private void send() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            Letter letter = new Letter();
            letter.text = "hello";
            queue.put(letter);
        }
        sent.reach();
    }

    private void receive() throws InterruptedException {
        sent.await();
        List<Letter> received = new ArrayList<>();
        queue.drainTo(received);
        for (Letter letter : received) {
            Check.equal("hello", letter.text);
            letter.text = "read";
        }
    }

    static final class Letter {
        @Nullable
        String text;
    }
}
