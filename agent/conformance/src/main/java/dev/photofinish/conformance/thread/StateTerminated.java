package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("The state TERMINATED is for monitoring: by the specification it orders nothing")
@Races("result")
final class StateTerminated implements Program {
    int result;

    @Override
    public void run() throws Exception {
        Thread thread = Threads.start(() -> result = 1);
        Threads.awaitState(thread, Thread.State.TERMINATED);
        result = 2;
        Threads.join(thread);
    }
}
