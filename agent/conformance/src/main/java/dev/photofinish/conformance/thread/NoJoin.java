package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.outside.Marker;

@Scenario(value = "The starter reads the result without joining", alone = true)
@Races("result")
final class NoJoin implements Program {
    private final Marker written = new Marker();
    int result;

    @Override
    public void run() throws Exception {
        Thread thread = new Thread(() -> {
            result = 1;
            written.reach();
        });
        thread.start();
        written.await();
        result++;
        thread.join();
    }
}
