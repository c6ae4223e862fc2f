package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

@Scenario("Two threads write to one OutputStreamWriter around a stream that has no lock")
@Clean
final class LockOfStreamWriter implements Program {
    private final CountedStream bytes = new CountedStream();
    private final OutputStreamWriter out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::write, this::write);
        Check.equal(2, bytes.count());
    }

    private void write() throws IOException {
        out.write('1');
        out.flush();
    }
}
