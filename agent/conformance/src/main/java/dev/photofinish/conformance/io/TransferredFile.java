package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

@Scenario("The kernel copies from file to file")
@Clean
final class TransferredFile implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Path file = Files.createTempFile("conformance", ".from");
        Path copy = Files.createTempFile("conformance", ".to");
        try {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        Files.writeString(file, "x");
                        try (FileChannel from = FileChannel.open(file);
                                FileChannel to = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                            Check.equal(1L, from.transferTo(0, 1, to));
                        }
                    },
                    () -> {
                        while (Files.readString(copy).isEmpty()) {
                            Thread.sleep(1);
                        }
                        payload++;
                    });
        } finally {
            Files.delete(file);
            Files.delete(copy);
        }
        Check.equal(2, payload);
    }
}
