package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.io.BufferedOutputStream;
import java.io.IOException;

@Scenario("Two threads write to one BufferedOutputStream around a stream that has no lock")
@Clean
final class LockOfBufferedStream implements Program {
    private final CountedStream bytes = new CountedStream();
    private final BufferedOutputStream out = new BufferedOutputStream(bytes);

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::write, this::write);
        Check.equal(2, bytes.count());
    }

    private void write() throws IOException {
        out.write(1);
        out.flush();
    }
}
