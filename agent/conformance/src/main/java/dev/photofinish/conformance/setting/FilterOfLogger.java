package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

@Scenario("The filter of a logger is set by one thread and used by another that logs")
@Clean
final class FilterOfLogger implements Program {
    private final Marker set = new Marker();
    private final Refusal filter = new Refusal();
    private final Logger logger = Logger.getAnonymousLogger();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    filter.seen = 1;
                    logger.setFilter(filter);
                    set.reach();
                },
                () -> {
                    set.await();
                    logger.severe("refused by the filter");
                });
        Check.equal(2, filter.seen);
    }

    private static final class Refusal implements Filter {
        int seen;

        @Override
        public boolean isLoggable(LogRecord message) {
            seen++;
            return false;
        }
    }
}
