package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.io.ByteArrayOutputStream;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

@Scenario("The formatter of a handler is set by one thread and used by another that publishes")
@Clean
final class FormatterOfHandler implements Program {
    private final Marker set = new Marker();
    private final Terse formatter = new Terse();
    private final StreamHandler handler = new StreamHandler(new ByteArrayOutputStream(), new SimpleFormatter());

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    formatter.used = 1;
                    handler.setFormatter(formatter);
                    set.reach();
                },
                () -> {
                    set.await();
                    handler.publish(new LogRecord(Level.SEVERE, "sent"));
                });
        Check.equal(2, formatter.used);
    }

    private static final class Terse extends Formatter {
        int used;

        @Override
        public String format(LogRecord message) {
            used++;
            return ".";
        }
    }
}
