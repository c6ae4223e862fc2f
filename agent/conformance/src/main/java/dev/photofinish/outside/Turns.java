package dev.photofinish.outside;

import java.util.concurrent.locks.LockSupport;

/** Has threads do things one after the other, and orders nothing: its counter is plain, and read anew after each pause. */
public final class Turns {
    private static final long PAUSE_NANOS = 100_000;

    private int turn;

    /** Waits until so many turns have ended. */
    public void await(int ended) {
        while (turn < ended) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Ends a turn: the only one there is at a time. */
    public void end() {
        turn++;
    }
}
