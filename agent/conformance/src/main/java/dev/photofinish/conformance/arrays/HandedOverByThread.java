package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("An array that is filled before the thread starts, read by it and after the join")
@Clean
final class HandedOverByThread implements Program {
    private final int[] values = new int[2];

    @Override
    public void run() throws Exception {
        int[] local = {1, 2};
        values[0] = 1;
        Thread worker = Threads.start(() -> {
            local[0] += values[0];
            values[1] = local[1];
        });
        Threads.join(worker);
        Check.equal(4, local[0] + values[1]);
    }
}
