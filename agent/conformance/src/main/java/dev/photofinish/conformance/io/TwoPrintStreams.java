package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

@Scenario("Two PrintStreams around one stream that has no lock have a lock each")
@Races("Tally.count")
final class TwoPrintStreams implements Program {
    private final Tally bytes = new Tally();

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::print, this::print);
        Check.that(bytes.count > 0, "bytes of one of them at least");
    }

    private void print() {
        new PrintStream(bytes, true, StandardCharsets.UTF_8).print("one");
    }

    private static final class Tally extends OutputStream {
        private int count;

        @Override
        public void write(int value) {
            count++;
        }
    }
}
