package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("The handler of a thread is set by one thread and asked for by another")
@Clean
final class HandlerOfThread implements Program {
    private final Marker set = new Marker();
    private final Teller teller = new Teller();
    private final Thread thread = new Thread(() -> {});

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    teller.told = 1;
                    thread.setUncaughtExceptionHandler(teller);
                    set.reach();
                },
                () -> {
                    set.await();
                    ((Teller) thread.getUncaughtExceptionHandler()).told++;
                });
        Check.equal(2, teller.told);
    }

    private static final class Teller implements Thread.UncaughtExceptionHandler {
        int told;

        @Override
        public void uncaughtException(Thread thread, Throwable failure) {
            told++;
        }
    }
}
