package dev.photofinish.rare;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Two threads that share two fields for a few milliseconds every three seconds, at moments that nothing orders: one without a
 * lock, and half a period later one with it. A third thread is busy with a field of its own.
 *
 * <p>Runs until anything comes on its standard input, or its end.
 */
public final class Rare {
    private static final long PERIOD_NANOS = 3_000_000_000L;
    private static final long APART_NANOS = 4_000_000L;

    private final long start = System.nanoTime();
    private int raced; // the race: two threads, no lock
    private int guarded; // guarded by this
    private int busy; // of the busy thread alone
    private volatile boolean stopped;

    private Rare() {}

    /** Prints {@code ready} once the threads run. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Rare rare = new Rare();
        Thread[] threads = {
            new Thread(() -> rare.share(0), "rare-1"),
            new Thread(() -> rare.share(APART_NANOS), "rare-2"),
            new Thread(rare::beBusy, "rare-busy")
        };
        for (Thread thread : threads) {
            thread.start();
        }
        System.out.println("ready");
        int first = System.in.read();
        rare.stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println("ended after " + first + ", " + rare.raced + " of " + rare.guarded + ", busy " + rare.busy);
    }

    private void share(long late) {
        for (long at = start + late; !stopped; at += PERIOD_NANOS) {
            sleepUntil(at);
            race();
            sleepUntil(at + PERIOD_NANOS / 2);
            guard();
        }
    }

    private void race() {
        raced++;
    }

    private synchronized void guard() {
        guarded++;
    }

    private void beBusy() {
        for (long at = start; !stopped; at += TimeUnit.MILLISECONDS.toNanos(1)) {
            sleepUntil(at);
            busy++;
        }
    }

    private static void sleepUntil(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
