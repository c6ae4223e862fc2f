package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "An anonymous class counts in a field of its own and in one of the enclosing object",
        go = {"RaceIntRWClosures", "RaceBlockCall1"})
@Races("outer")
final class InAnonymousClass implements Program {
    int outer;

    @Override
    public void run() throws Exception {
        Threads.concurrently(counting(), counting());
    }

    private Step counting() {
        return new Step() {
            private int own;

            @Override
            public void run() {
                own++;
                outer += own;
            }
        };
    }
}
