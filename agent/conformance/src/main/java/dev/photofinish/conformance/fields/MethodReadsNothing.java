package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "A method that reads no field while another thread overwrites the fields", go = "NoRaceMethodThunk")
@Clean
final class MethodReadsNothing implements Program {
    private final Derived derived = new Derived();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> derived.padding = 1, () -> Check.equal(42, derived.constant()));
        Check.equal(1, derived.padding);
    }

    static class Base {
        int constant() {
            return 42;
        }
    }

    static final class Derived extends Base {
        int padding;
    }
}
