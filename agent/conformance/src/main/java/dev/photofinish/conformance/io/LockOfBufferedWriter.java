package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.io.BufferedWriter;
import java.io.IOException;

@Scenario("Two threads write to one BufferedWriter around a writer that has no lock")
@Clean
final class LockOfBufferedWriter implements Program {
    private final CountedWriter characters = new CountedWriter();
    private final BufferedWriter out = new BufferedWriter(characters);

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::write, this::write);
        Check.equal(2, characters.count());
    }

    private void write() throws IOException {
        out.write('1');
        out.flush();
    }
}
