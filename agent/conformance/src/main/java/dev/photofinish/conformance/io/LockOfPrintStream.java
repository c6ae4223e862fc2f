package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

@Scenario("Two threads print to one PrintStream around a stream that has no lock")
@Clean
final class LockOfPrintStream implements Program {
    private final CountedStream bytes = new CountedStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> out.print("one"), () -> out.write(2));
        Check.equal(4, bytes.count());
    }
}
