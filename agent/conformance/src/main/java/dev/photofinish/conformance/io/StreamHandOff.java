package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

@Scenario("A file is written by a stream and read by a RandomAccessFile, under another name of its path")
@Clean
final class StreamHandOff implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Path directory = Files.createTempDirectory("conformance");
        Path file = directory.resolve("bytes");
        Files.createFile(file);
        try {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
                            out.write(1);
                        }
                    },
                    () -> {
                        String dotted = directory + "/./bytes";
                        try (RandomAccessFile in = new RandomAccessFile(dotted, "r")) {
                            while (in.read() < 0) {
                                Thread.sleep(1);
                            }
                        }
                        payload++;
                    });
        } finally {
            Files.delete(file);
            Files.delete(directory);
        }
        Check.equal(2, payload);
    }
}
