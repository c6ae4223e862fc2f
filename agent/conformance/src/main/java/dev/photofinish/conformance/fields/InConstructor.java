package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A constructor writes a field of an object that others share")
@Races("made")
final class InConstructor implements Program {
    int made;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> Check.equal(1, new Part().id), () -> Check.equal(1, new Part().id));
    }

    final class Part {
        final int id = Integer.parseInt("1");

        Part() {
            made++;
        }
    }
}
