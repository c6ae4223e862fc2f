package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

@Scenario("An asynchronous read of what was written asynchronously")
@Clean
final class AsynchronousFile implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Path file = Files.createTempFile("conformance", ".asynchronous");
        try (AsynchronousFileChannel channel =
                AsynchronousFileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        Check.equal(
                                1,
                                channel.write(ByteBuffer.wrap(new byte[] {1}), 0)
                                        .get());
                    },
                    () -> {
                        while (channel.read(ByteBuffer.allocate(1), 0).get() < 0) {
                            Thread.sleep(1);
                        }
                        payload++;
                    });
        } finally {
            Files.delete(file);
        }
        Check.equal(2, payload);
    }
}
