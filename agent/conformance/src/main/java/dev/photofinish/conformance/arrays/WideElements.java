package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("Elements of two words are told apart like any other")
@Races("longs[]")
final class WideElements implements Program {
    private final long[] longs = new long[2];
    private final double[] doubles = new double[2];

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    longs[1] = 1;
                    doubles[0] = 1;
                },
                () -> {
                    longs[1]++;
                    doubles[1] = 2;
                });
    }
}
