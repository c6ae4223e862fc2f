package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;

@Scenario("The end of a pipe comes after what was done before it was closed")
@Clean
final class EndOfPipe implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        try (PipedInputStream in = new PipedInputStream();
                PipedOutputStream out = new PipedOutputStream(in)) {
            Threads.concurrently(
                    () -> {
                        try (out) {
                            payload = 1;
                        }
                    },
                    () -> {
                        Check.equal(-1, in.read());
                        payload++;
                    });
        }
        Check.equal(2, payload);
    }
}
