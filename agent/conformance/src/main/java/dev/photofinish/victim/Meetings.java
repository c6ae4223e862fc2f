package dev.photofinish.victim;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A race of known rate: two threads meet at {@code meeting} at the moments of a Poisson process. Each reckons the moments for
 * itself, from one seed and one clock, so that nothing orders them.
 *
 * <p>Takes the meetings per second and the seed; prints {@code ready}, ends at the end of its input.
 */
public final class Meetings {
    private final double perSecond;
    private final long seed;
    private final long origin = System.nanoTime();
    private int meeting; // the race: one thread writes, the other reads

    private Meetings(double perSecond, long seed) {
        this.perSecond = perSecond;
        this.seed = seed;
    }

    /** See the class. */
    public static void main(String[] args) throws IOException {
        Meetings meetings = new Meetings(Double.parseDouble(args[0]), Long.parseLong(args[1]));
        start("meetings-writer", () -> meetings.meet(true));
        start("meetings-reader", () -> meetings.meet(false));
        System.out.println("ready");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }

    private static void start(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void meet(boolean writes) {
        Random random = new Random(seed);
        double moment = 0;
        while (true) {
            // Exponentially distributed: the time between two events of the process.
            moment -= Math.log(1 - random.nextDouble()) / perSecond;
            await(origin + (long) (moment * 1e9));
            // In methods of their own: the agent cannot weave the one that never returns.
            if (writes) {
                write();
            } else if (read() < 0) {
                throw new IllegalStateException("expected fewer than 2^31 meetings");
            }
        }
    }

    private static void await(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void write() {
        meeting++;
    }

    private int read() {
        return meeting;
    }
}
