package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A race on a field that an annotation calls racy by design is counted, not reported")
@Clean
final class RacyByDesignField implements Program {
    /** Any annotation of that name will do, whatever its package and retention. */
    private @interface RacyByDesign {}

    @RacyByDesign
    private int hits;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> hits = 1, () -> hits = 2);
    }
}
