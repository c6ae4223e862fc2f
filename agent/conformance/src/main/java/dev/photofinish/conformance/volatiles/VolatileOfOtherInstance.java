package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("The same volatile field of two objects is two variables")
@Races("payload")
final class VolatileOfOtherInstance implements Program {
    private final Marker written = new Marker();
    private final Flag one = new Flag();
    private final Flag other = new Flag();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    one.set = true;
                    written.reach();
                },
                () -> {
                    written.await();
                    Check.equal(false, other.set);
                    payload = 2;
                });
    }

    static final class Flag {
        volatile boolean set;
    }
}
