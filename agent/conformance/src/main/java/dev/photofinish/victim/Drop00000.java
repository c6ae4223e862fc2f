package dev.photofinish.victim;

/** What {@link ClassStorm} makes copies of: a field and a monitor to weave. */
public final class Drop00000 implements Runnable {
    private int count; // guarded by this

    /** For reflection. */
    public Drop00000() {}

    @Override
    public synchronized void run() {
        count++;
    }

    /** How often it was run. */
    public synchronized int count() {
        return count;
    }
}
