package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.io.ObjectInputFilter;

@Scenario("The filter of deserialization is set by one thread and asked for by another")
@Clean
final class SerialFilter implements Program {
    private final Marker set = new Marker();
    private final Lenient filter = new Lenient();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    filter.seen = 1;
                    ObjectInputFilter.Config.setSerialFilter(filter);
                    set.reach();
                },
                () -> {
                    set.await();
                    ((Lenient) ObjectInputFilter.Config.getSerialFilter()).seen++;
                });
        Check.equal(2, filter.seen);
    }

    private static final class Lenient implements ObjectInputFilter {
        int seen;

        @Override
        public Status checkInput(FilterInfo info) {
            return Status.UNDECIDED;
        }
    }
}
