package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.function.IntPredicate;

@Scenario(value = "A loop shared by two threads leaves early by a plain flag", go = "RaceRangeFuncIterator")
@Races("stopped")
final class EarlyExitTaken implements Program {
    private final int[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    boolean stopped;

    @Override
    public void run() throws Exception {
        forEach(value -> value % 5 == 0);
        Check.equal(true, stopped);
    }

    /** Two threads, one half each; the body says whether to stop. */
    private void forEach(IntPredicate body) throws Exception {
        Threads.concurrently(() -> half(0, 5, body), () -> half(5, 10, body));
    }

    private void half(int from, int to, IntPredicate body) {
        for (int i = from; i < to && !stopped; i++) {
            if (body.test(values[i])) {
                stopped = true;
            }
        }
    }
}
