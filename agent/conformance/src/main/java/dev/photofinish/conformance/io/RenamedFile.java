package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

@Scenario("A file is written aside and then renamed to the name that the reader waits for")
@Clean
final class RenamedFile implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Path directory = Files.createTempDirectory("conformance");
        Path aside = directory.resolve("aside");
        Path file = directory.resolve("final");
        try {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        Files.write(aside, new byte[] {1});
                        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
                    },
                    () -> {
                        while (!Files.exists(file)) {
                            Thread.sleep(1);
                        }
                        Check.equal(1, Files.readAllBytes(file).length);
                        payload++;
                    });
        } finally {
            Files.delete(file);
            Files.delete(directory);
        }
        Check.equal(2, payload);
    }
}
