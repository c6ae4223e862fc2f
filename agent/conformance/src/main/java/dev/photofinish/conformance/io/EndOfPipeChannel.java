package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;

@Scenario("The end of a pipe of channels comes after what was done before it was closed")
@Clean
final class EndOfPipeChannel implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Pipe pipe = Pipe.open();
        try (Pipe.SinkChannel sink = pipe.sink();
                Pipe.SourceChannel source = pipe.source()) {
            Threads.concurrently(
                    () -> {
                        try (sink) {
                            payload = 1;
                        }
                    },
                    () -> {
                        Check.equal(-1, source.read(ByteBuffer.allocate(1)));
                        payload++;
                    });
        }
        Check.equal(2, payload);
    }
}
