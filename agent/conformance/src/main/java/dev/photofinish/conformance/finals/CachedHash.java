package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;

@Scenario("The idempotent cache of a hash code with a single read: reported, graded low")
@Races("hash")
final class CachedHash implements Program {
    private final String name = "photofinish";
    int hash;

    @Override
    public void run() throws Exception {
        Step use = () -> Check.equal(name.hashCode(), hash());
        Threads.concurrently(use, use);
    }

    private int hash() {
        int seen = hash;
        if (seen == 0) {
            seen = name.hashCode();
            hash = seen;
        }
        return seen;
    }
}
