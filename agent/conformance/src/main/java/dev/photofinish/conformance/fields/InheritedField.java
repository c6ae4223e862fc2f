package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("An inherited field is reported under the class that declares it")
@Races("Base.value")
final class InheritedField implements Program {
    private final Derived derived = new Derived();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> derived.value = 1, () -> derived.setValue(2));
    }

    static class Base {
        int value;

        void setValue(int newValue) {
            value = newValue;
        }
    }

    static final class Derived extends Base {}
}
