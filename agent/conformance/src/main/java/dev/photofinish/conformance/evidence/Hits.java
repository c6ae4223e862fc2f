package dev.photofinish.conformance.evidence;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;

@Scenario("A statistics counter, and the same of 64 bits: both reported, the first graded low")
@Races({"hits", "wideHits"})
final class Hits implements Program {
    private static final int CALLS = 50;

    private int hits;
    long wideHits;

    @Override
    public void run() throws Exception {
        Step call = () -> {
            for (int i = 0; i < CALLS; i++) {
                hit();
            }
        };
        Threads.concurrently(call, call);
        Check.that(hits() <= 2 * CALLS, "at most every call");
    }

    private void hit() {
        hits++;
        wideHits++;
    }

    private int hits() {
        return hits;
    }
}
