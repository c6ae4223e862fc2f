package dev.photofinish.conformance.evidence;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;

@Scenario("A cached hash code that is read a second time for the result: reported, graded high")
@Races("hash")
final class TwoReads implements Program {
    private final String name = "photofinish";
    int hash;

    @Override
    public void run() throws Exception {
        Step use = () -> Check.that(hash() == name.hashCode() || hash() != 0, "a hash code");
        Threads.concurrently(use, use);
    }

    private int hash() {
        if (hash == 0) {
            hash = name.hashCode();
        }
        return hash;
    }
}
