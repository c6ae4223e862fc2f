package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "A value is returned while another thread reads it", go = "NoRaceReturn")
@Clean
final class ReturnedWhileRead implements Program {
    int value;

    @Override
    public void run() throws Exception {
        value = 42;
        Thread reader = Threads.start(() -> Check.equal(42, value));
        Check.equal(42, value());
        Threads.join(reader);
    }

    private int value() {
        return value;
    }
}
