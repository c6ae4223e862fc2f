package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;

@Scenario("A read that found nothing orders nothing")
@Races("payload")
final class EmptyRead implements Program {
    private final Marker read = new Marker();
    private final Marker written = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Path file = Files.createTempFile("conformance", ".empty");
        try {
            Threads.concurrently(
                    () -> {
                        read.await();
                        payload = 1;
                        Files.writeString(file, "x");
                        written.reach();
                    },
                    () -> {
                        try (FileInputStream in = new FileInputStream(file.toFile())) {
                            Check.equal(-1, in.read());
                        }
                        read.reach();
                        written.await();
                        payload++;
                    });
        } finally {
            Files.delete(file);
        }
    }
}
