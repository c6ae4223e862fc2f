package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

@Scenario("The standard error is replaced by one thread and printed to by another")
@Clean
final class ReplacedOutput implements Program {
    private final Marker set = new Marker();
    private final Tally bytes = new Tally();

    @Override
    public void run() throws Exception {
        PrintStream usual = System.err;
        Threads.concurrently(
                () -> {
                    bytes.count = 1;
                    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
                    set.reach();
                },
                () -> {
                    set.await();
                    System.err.print("one");
                });
        System.setErr(usual);
        Check.equal(4, bytes.count);
    }

    private static final class Tally extends OutputStream {
        int count;

        @Override
        public void write(int value) {
            count++;
        }
    }
}
