package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario(value = "The holder idiom: class initialization publishes the singleton", alone = true)
@Clean
final class HolderSingleton implements Program {
    private final Marker first = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Check.equal(7, Holder.INSTANCE.limit);
                    first.reach();
                },
                () -> {
                    first.await();
                    Check.equal(7, Holder.INSTANCE.limit);
                });
    }

    static final class Settings {
        int limit = 7;
    }

    static final class Holder {
        static final Settings INSTANCE = new Settings();
    }
}
