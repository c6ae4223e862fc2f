package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("What the constructor wrote before the threads started races with nothing")
@Clean
final class WrittenByConstructor implements Program {
    private int settings = 7;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> Check.equal(7, settings), () -> Check.equal(7, settings));
        settings = 8;
    }
}
