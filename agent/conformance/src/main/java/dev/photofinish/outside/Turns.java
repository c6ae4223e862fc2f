package dev.photofinish.outside;

import java.util.concurrent.locks.LockSupport;

/** Has threads do things one after the other, in two rounds, and orders nothing: its counter is plain, and read anew after each pause. */
public final class Turns {
    private static final long PAUSE_NANOS = 100_000;
    private static final int ROUNDS = 2;

    private final int threads;
    private int turn;

    /** For so many threads. */
    public Turns(int threads) {
        this.threads = threads;
    }

    /** Does it in each round, when it is the turn of the thread of that number, from 0. */
    public <E extends Exception> void each(int number, Step<E> step) throws E {
        for (int round = 0; round < ROUNDS; round++) {
            while (turn < round * threads + number) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            step.run();
            turn++;
        }
    }

    /** What is done in a turn. */
    @FunctionalInterface
    public interface Step<E extends Exception> {
        /** Does it. */
        void run() throws E;
    }
}
