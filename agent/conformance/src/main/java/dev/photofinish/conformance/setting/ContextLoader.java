package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("The context class loader of a thread is set by another one and asked for by a third")
@Clean
final class ContextLoader implements Program {
    private final Marker set = new Marker();
    private final Own loader = new Own();
    private final Thread thread = new Thread(() -> {});

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    loader.uses = 1;
                    thread.setContextClassLoader(loader);
                    set.reach();
                },
                () -> {
                    set.await();
                    ((Own) thread.getContextClassLoader()).uses++;
                });
        Check.equal(2, loader.uses);
    }

    private static final class Own extends ClassLoader {
        int uses;
    }
}
