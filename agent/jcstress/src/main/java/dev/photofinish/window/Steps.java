package dev.photofinish.window;

import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.shadow.Sites;

/** What the cases of the gate share: sites, small windows, and delays. */
final class Steps {
    static final int WRITE = 1;
    static final int READ = 2;
    static final int FLAG = 3;

    private static final int FIELD = 1;
    private static final int FLAG_FIELD = 2;
    private static final int MOST_DELAY = 255;

    /** Small tables, no stacks: a window is made for each sample. */
    private static final ShadowLimits LIMITS = new ShadowLimits(4, 10_000, 10_000, false, 0, 512, 0);

    private static long windows;
    private static int delays;

    @SuppressWarnings("UnusedVariable") // lest the work be compiled away
    private static int sink;

    static {
        Sites.define(WRITE, FIELD);
        Sites.define(READ, FIELD);
        Sites.define(FLAG, FLAG_FIELD);
    }

    private Steps() {}

    /** How long one actor lets the other go ahead: another time in each state. */
    static int nextDelay() {
        delays = delays + 1 & MOST_DELAY;
        return delays;
    }

    /** Takes {@code steps} times about a nanosecond, without any ordering. */
    static void work(int steps) {
        int value = steps;
        for (int i = 0; i < steps; i++) {
            value = value * 1_664_525 + 1_013_904_223;
        }
        sink = value;
    }

    /** As the agent's scheduler opens one. */
    static Window open() {
        return Window.open(++windows, 1, false, LIMITS);
    }

    /** As the scheduler prepares one, for accesses to the field of {@link #WRITE} and {@link #READ}. */
    static Window prepare() {
        return Window.prepare(++windows, 1, LIMITS, new long[] {1L << FIELD});
    }

    /** A window that is closed, to be published in another order than by {@link Window#open}. */
    static Window closed() {
        Window window = open();
        window.close();
        return window;
    }
}
