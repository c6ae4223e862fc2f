package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("The default handler of uncaught exceptions is changed after it was set")
@Races("Teller.told")
final class HandlerChangedLater implements Program {
    private final Marker set = new Marker();
    private final Teller teller = new Teller();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Thread.setDefaultUncaughtExceptionHandler(teller);
                    teller.told = 1;
                    set.reach();
                },
                () -> {
                    set.await();
                    ((Teller) Thread.getDefaultUncaughtExceptionHandler()).told++;
                });
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    private static final class Teller implements Thread.UncaughtExceptionHandler {
        int told;

        @Override
        public void uncaughtException(Thread thread, Throwable failure) {
            told++;
        }
    }
}
