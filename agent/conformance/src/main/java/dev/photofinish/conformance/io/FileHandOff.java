package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.nio.file.Files;
import java.nio.file.Path;

@Scenario(value = "Bytes through a file order the writer before the reader", go = "NoRaceIOFile")
@Clean
final class FileHandOff implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Path file = Files.createTempFile("conformance", ".txt");
        try {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        Files.writeString(file, "x");
                    },
                    () -> {
                        while (Files.readString(file).isEmpty()) {
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
