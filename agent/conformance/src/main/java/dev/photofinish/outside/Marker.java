package dev.photofinish.outside;

/**
 * A point that one thread reaches and another waits for, without a happens-before edge between them: what fixes the
 * schedule of a program while leaving its accesses unordered.
 */
public final class Marker {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private boolean
            reached; // plain on purpose, a race by the book; the pause between two reads keeps it from being hoisted

    /** This thread is there. */
    public void reach() {
        reached = true;
    }

    /** Returns once another thread was there; fails after a minute. */
    public void await() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!reached) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("expected the marker to be reached within a minute");
            }
            Thread.sleep(1);
        }
    }

    /** As {@link #await}, and collects garbage meanwhile. */
    public void awaitCollecting() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!reached) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("expected the marker to be reached within a minute");
            }
            System.gc();
            Thread.sleep(10);
        }
    }

    /** As {@link #await}, without a call that would notice an interrupt. */
    public void spin() {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!reached) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("expected the marker to be reached within a minute");
            }
            Thread.onSpinWait();
        }
    }
}
