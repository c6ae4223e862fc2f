package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A plain long may tear")
@Races("total")
final class PlainLong implements Program {
    long total;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> total = -1L, () -> total = 1L);
    }
}
