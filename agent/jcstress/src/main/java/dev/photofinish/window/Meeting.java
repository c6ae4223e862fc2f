package dev.photofinish.window;

/**
 * How the two actors of a state meet before they race.
 *
 * <p>{@link Gate} is static, but jcstress lets one actor run ahead of the other by many states. So the actors of each state wait
 * for each other before and after; in between they do not.
 */
abstract class Meeting {
    private static final int HARD_SPINS = 500;
    private static final int SPINS = 2_000;

    private volatile boolean here;
    private volatile boolean met;
    private volatile boolean over;

    /** The actor that comes first, and reacts. */
    final void comeAndWait() {
        here = true;
        for (int i = 0; !met; i++) {
            pause(i);
        }
    }

    /** The actor that sets off the race. */
    final void meet() {
        for (int i = 0; !here; i++) {
            pause(i);
        }
        met = true;
    }

    final void end() {
        over = true;
    }

    final boolean isOver() {
        return over;
    }

    final void awaitEnd() {
        for (int i = 0; !over; i++) {
            pause(i);
        }
    }

    /** One step of a loop that waits for the other actor. */
    @SuppressWarnings(
            "ThreadPriorityCheck") // where there are fewer CPUs than actors, the other one must get this one's
    static void pause(int steps) {
        if (steps > SPINS) {
            Thread.yield();
        } else if (steps > HARD_SPINS) {
            Thread.onSpinWait();
        }
    }
}
