package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.io.PipedReader;
import java.io.PipedWriter;

@Scenario("Characters through a PipedReader order the writer before the reader")
@Clean
final class PipedCharacters implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        try (PipedReader in = new PipedReader();
                PipedWriter out = new PipedWriter(in)) {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        out.write("x");
                        out.flush();
                    },
                    () -> {
                        Check.equal((int) 'x', in.read(new char[4]) == 1 ? 'x' : -1);
                        payload++;
                    });
        }
        Check.equal(2, payload);
    }
}
