package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.Arrays;

@Scenario("Arrays.fill writes the range that another thread reads")
@Races("values[]")
final class FilledWhileRead implements Program {
    private final int[] values = new int[4];

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> Arrays.fill(values, 1, 3, 7), () -> Check.that(values[2] <= 7 && values[0] == 0, "a value"));
    }
}
