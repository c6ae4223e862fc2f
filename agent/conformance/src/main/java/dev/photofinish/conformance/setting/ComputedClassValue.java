package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("What one thread computed for a class is found by another")
@Clean
final class ComputedClassValue implements Program {
    private final Marker set = new Marker();
    private final ClassValue<Value> values = new ClassValue<>() {
        @Override
        protected Value computeValue(Class<?> type) {
            Value value = new Value();
            value.count = 1;
            return value;
        }
    };

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    values.get(String.class);
                    set.reach();
                },
                () -> {
                    set.await();
                    values.get(String.class).count++;
                });
        Check.equal(2, values.get(String.class).count);
    }

    private static final class Value {
        int count;
    }
}
