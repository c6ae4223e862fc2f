package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.ListResourceBundle;

@Scenario("What a ListResourceBundle has listed for one thread is found by another")
@Clean
final class ListedBundle implements Program {
    private final Marker set = new Marker();
    private final Listed bundle = new Listed();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    bundle.getObject("value");
                    set.reach();
                },
                () -> {
                    set.await();
                    ((Value) bundle.getObject("value")).count++;
                });
        Check.equal(2, ((Value) bundle.getObject("value")).count);
    }

    private static final class Value {
        int count;
    }

    private static final class Listed extends ListResourceBundle {
        @Override
        protected Object[][] getContents() {
            Value value = new Value();
            value.count = 1;
            return new Object[][] {{"value", value}};
        }
    }
}
