package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A static and an instance field, each written by one thread")
@Clean
final class StaticAndInstance implements Program {
    static int ofClass;
    int ofInstance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> ofClass++, () -> ofInstance++);
        Check.equal(2, ofClass + ofInstance);
        ofClass = 0;
    }
}
