package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

@Scenario("Bytes through one file order nothing for who reads another")
@Races("payload")
final class OtherFile implements Program {
    private final Marker written = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Path file = Files.createTempFile("conformance", ".one");
        Path other = Files.createTempFile("conformance", ".other");
        try {
            Files.writeString(other, "y");
            Threads.concurrently(
                    () -> {
                        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
                            payload = 1;
                            out.write(1);
                        }
                        written.reach();
                    },
                    () -> {
                        written.await();
                        try (FileInputStream in = new FileInputStream(other.toFile())) {
                            Check.equal((int) 'y', in.read());
                        }
                        payload++;
                    });
        } finally {
            Files.delete(file);
            Files.delete(other);
        }
    }
}
