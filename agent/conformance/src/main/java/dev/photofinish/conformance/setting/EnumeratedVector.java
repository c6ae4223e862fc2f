package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.Vector;

@Scenario("An element is added to a Vector by one thread and enumerated by another")
@Clean
@SuppressWarnings("JdkObsolete") // a Vector is what is tested
final class EnumeratedVector implements Program {
    private final Marker set = new Marker();
    private final Vector<Value> values = new Vector<>();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Value value = new Value();
                    value.count = 1;
                    values.add(value);
                    set.reach();
                },
                () -> {
                    set.await();
                    values.elements().nextElement().count++;
                });
        Check.equal(2, values.get(0).count);
    }

    private static final class Value {
        int count;
    }
}
