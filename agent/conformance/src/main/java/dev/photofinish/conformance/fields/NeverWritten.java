package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("The default value of a field races with nothing")
@Clean
final class NeverWritten implements Program {
    int untouched;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> Check.equal(0, untouched), () -> Check.equal(0, untouched));
    }
}
