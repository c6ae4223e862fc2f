package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;

@Scenario(value = "Bytes through a pipe order the writer before the reader")
@Clean
final class PipeHandOff implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        try (PipedInputStream in = new PipedInputStream();
                PipedOutputStream out = new PipedOutputStream(in)) {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        out.write(1);
                        out.flush();
                    },
                    () -> {
                        Check.equal(1, in.read());
                        payload++;
                    });
        }
        Check.equal(2, payload);
    }
}
