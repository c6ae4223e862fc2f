package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;

@Scenario(value = "Two threads join the same third, and then race with each other", go = "RaceWaitGroup2")
@Races("payload")
final class JoinersThemselves implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Thread worker = Threads.start(() -> payload = 1);
        Step write = () -> {
            worker.join();
            payload++;
        };
        Threads.concurrently(write, write);
    }
}
