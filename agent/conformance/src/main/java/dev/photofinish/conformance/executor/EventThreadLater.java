package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.outside.Marker;
import java.awt.EventQueue;

@Scenario("Who invokes later and goes on is not ordered after the event thread")
@Races("payload")
final class EventThreadLater implements Program {
    private final Marker invoked = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        EventQueue.invokeLater(() -> {
            payload++;
            invoked.reach();
        });
        invoked.await();
        payload++;
        Check.that(payload > 0, "written");
    }
}
