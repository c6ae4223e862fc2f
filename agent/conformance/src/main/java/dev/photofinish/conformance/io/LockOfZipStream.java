package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

@Scenario("Two threads write to one GZIPOutputStream around a stream that has no lock")
@Clean
final class LockOfZipStream implements Program {
    private static final int SIZE = 100_000;

    @Override
    public void run() throws Exception {
        byte[] random = new byte[SIZE];
        new Random(1).nextBytes(random);
        CountedStream bytes = new CountedStream();
        GZIPOutputStream out = new GZIPOutputStream(bytes);
        Threads.concurrently(() -> out.write(random, 0, SIZE), () -> out.write(random, 0, SIZE));
        Check.that(bytes.count() > SIZE, "most of the bytes of both");
    }
}
