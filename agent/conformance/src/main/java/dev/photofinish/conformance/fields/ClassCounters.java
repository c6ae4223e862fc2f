package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("Two threads count statistics in a static long")
@Races("requests")
final class ClassCounters implements Program {
    static long requests;

    @Override
    public void run() throws Exception {
        Threads.concurrently(ClassCounters::handle, ClassCounters::handle);
    }

    private static void handle() {
        requests++;
    }
}
