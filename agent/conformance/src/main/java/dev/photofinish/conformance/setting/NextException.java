package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.sql.SQLException;

@Scenario("An exception is chained to a SQLException by one thread and asked for by another")
@Clean
final class NextException implements Program {
    private final Marker set = new Marker();
    private final Counted next = new Counted();
    private final SQLException first = new SQLException();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    next.seen = 1;
                    first.setNextException(next);
                    set.reach();
                },
                () -> {
                    set.await();
                    ((Counted) first.getNextException()).seen++;
                });
        Check.equal(2, next.seen);
    }

    private static final class Counted extends SQLException {
        private static final long serialVersionUID = 1;

        int seen;
    }
}
