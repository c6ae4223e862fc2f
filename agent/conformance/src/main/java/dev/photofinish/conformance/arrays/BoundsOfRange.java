package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.Arrays;

@Scenario(
        value = "The bounds of a range are the variables that race",
        go = {"RaceSlice3", "RaceSlice4", "RaceSliceSlice2"})
@Races({"from", "to", "whole"})
final class BoundsOfRange implements Program {
    int from = 2;
    int to = 8;
    int[] whole = new int[10];

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    from = 3;
                    to = 7;
                    whole = new int[12];
                },
                () -> Check.that(Arrays.copyOfRange(whole, from, to).length <= 6, "a length"));
    }
}
