package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

@Scenario(
        value = "The consumer changes the object that it took",
        go = {"NoRaceChanPtr", "NoRaceSelect4"})
@Clean
final class HandedPointer implements Program {
    private final BlockingQueue<Letter> queue = new ArrayBlockingQueue<>(1);

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    for (int i = 0; i < 10; i++) {
                        Letter letter = new Letter();
                        letter.number = i;
                        queue.put(letter);
                    }
                },
                () -> {
                    for (int i = 0; i < 10; i++) {
                        Check.equal(i, queue.take().number++);
                    }
                });
    }

    static final class Letter {
        int number;
    }
}
