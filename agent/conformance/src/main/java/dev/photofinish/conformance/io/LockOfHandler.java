package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

@Scenario("Two threads publish to one StreamHandler around a stream that has no lock")
@Clean
final class LockOfHandler implements Program {
    private final CountedStream bytes = new CountedStream();
    private final StreamHandler handler = new StreamHandler(bytes, new SimpleFormatter());

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::publish, this::publish);
        Check.that(bytes.count() > 0, "bytes of two records");
    }

    private void publish() {
        handler.publish(new LogRecord(Level.INFO, "sent"));
        handler.flush();
    }
}
