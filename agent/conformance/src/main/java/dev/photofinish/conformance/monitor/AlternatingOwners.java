package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("Two threads hand a monitor to and fro a thousand times")
@Clean
final class AlternatingOwners implements Program {
    private static final int ROUNDS = 1_000;
    private final Object mu = new Object();
    int turns;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> play(0), () -> play(1));
        Check.equal(ROUNDS, turns);
    }

    private void play(int parity) throws InterruptedException {
        synchronized (mu) {
            while (turns < ROUNDS) {
                if (turns % 2 == parity) {
                    turns++;
                    mu.notifyAll();
                } else {
                    mu.wait();
                }
            }
        }
    }
}
