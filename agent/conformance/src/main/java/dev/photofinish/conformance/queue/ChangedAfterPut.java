package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

@Scenario(
        value = "The producer changes the object after it put it: a buffer that is recycled too early",
        go = {"RaceIssue5567", "RaceIssue51618", "RaceIssue5654"})
@Races("Letter.number")
final class ChangedAfterPut implements Program {
    private final BlockingQueue<Letter> queue = new LinkedBlockingQueue<>();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Letter letter = new Letter();
                    letter.number = 1;
                    queue.put(letter);
                    letter.number = 2;
                },
                () -> Check.that(queue.take().number > 0, "a number"));
    }

    static final class Letter {
        int number;
    }
}
