package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.locks.LockSupport;

@Scenario("unpark to park is no happens-before by the specification")
@Races("payload")
final class ParkOrdersNothing implements Program {
    private final Marker parking = new Marker();
    private final Marker unparked = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Thread parked = Threads.start(() -> {
            parking.reach();
            LockSupport.park(this);
            unparked.await();
            payload = 2;
        });
        parking.await();
        payload = 1;
        LockSupport.unpark(parked);
        unparked.reach();
        Threads.join(parked);
    }
}
