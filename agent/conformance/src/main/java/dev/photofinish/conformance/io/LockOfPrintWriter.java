package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.io.PrintWriter;

@Scenario("Two threads print to one PrintWriter around a writer that has no lock")
@Clean
final class LockOfPrintWriter implements Program {
    private final CountedWriter characters = new CountedWriter();
    private final PrintWriter out = new PrintWriter(characters);

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> out.print("one"), () -> out.write(2));
        Check.equal(4, characters.count());
    }
}
