package dev.photofinish.known;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Three rounds of a driver, each with an object of its own: the first also loads and initializes whatever the library
 * needs. Lives in the loader of the library; Main, in the application's, knows it as a {@link Callable}.
 */
public final class Rounds implements Callable<String> {
    private static final int ROUNDS = 3;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Class<? extends Driver> type;
    private int turn; // plain on purpose: it fixes the schedule and orders nothing

    public Rounds(String driver) throws ClassNotFoundException {
        type = Class.forName(getClass().getPackageName() + "." + driver).asSubclass(Driver.class);
    }

    @Override
    public String call() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            round(type.getDeclaredConstructor().newInstance());
        }
        return type.getSimpleName();
    }

    private void round(Driver driver) throws Exception {
        turn = 0;
        Part first = new Part("first", () -> byTurns(0, driver.turns(), driver::first));
        Part second = new Part("second", () -> byTurns(1, driver.turns(), driver::second));
        first.start();
        second.start();
        first.end();
        second.end();
    }

    private void byTurns(int number, int turns, Step step) throws Exception {
        for (int i = 0; i < turns; i++) {
            await(2 * i + number);
            step.run();
            turn++;
        }
    }

    private void await(int mine) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (turn != mine) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("expected the other thread to be done within a minute");
            }
            Thread.sleep(1);
        }
    }

    /** What a part does. */
    private interface Step {
        void run() throws Exception;
    }

    private static final class Part extends Thread {
        private final Step step;
        private @Nullable Throwable failure;

        Part(String name, Step step) {
            super(name);
            this.step = step;
        }

        @Override
        @SuppressWarnings("CatchingUnchecked") // whatever the library throws fails the round
        public void run() {
            try {
                step.run();
            } catch (Exception | Error e) {
                failure = e;
            }
        }

        void end() throws Exception {
            join();
            if (failure != null) {
                throw new IllegalStateException("the " + getName() + " thread failed", failure);
            }
        }
    }
}
