package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;

@Scenario("Bytes through a pipe of channels order the writer before the reader")
@Clean
final class PipeChannelHandOff implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Pipe pipe = Pipe.open();
        try (Pipe.SinkChannel sink = pipe.sink();
                Pipe.SourceChannel source = pipe.source()) {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        sink.write(ByteBuffer.wrap(new byte[] {1}));
                    },
                    () -> {
                        Check.equal(1, source.read(ByteBuffer.allocate(8)));
                        payload++;
                    });
        }
        Check.equal(2, payload);
    }
}
