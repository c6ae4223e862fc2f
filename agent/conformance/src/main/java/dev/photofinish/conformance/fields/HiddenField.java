package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A field that hides one of the superclass is another variable")
@Clean
final class HiddenField implements Program {
    private final Derived derived = new Derived();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> derived.value++, derived::countInBase);
        Check.equal(2, derived.value + derived.baseValue());
    }

    static class Base {
        int value;

        void countInBase() {
            value++;
        }

        int baseValue() {
            return value;
        }
    }

    static final class Derived extends Base {
        @SuppressWarnings("HidingField") // the hiding is the scenario
        int value;
    }
}
