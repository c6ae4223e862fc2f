package dev.photofinish.victim;

import java.util.function.IntConsumer;

/**
 * Two races and two correct twins, for an obfuscator: it gives all fields one name, all methods another, and the bodies of
 * lambdas names that Java has not.
 */
public final class Shrunk {
    private int number; // the race: no lock
    private Object thing = ""; // the race: no lock
    private String text = ""; // guarded by this
    private long told; // guarded by ready
    private volatile boolean ready;

    private Shrunk() {}

    /** Runs once and prints {@code done}. */
    public static void main(String[] args) throws InterruptedException {
        Shrunk shrunk = new Shrunk();
        concurrently(shrunk::set);
        concurrently(i -> shrunk.set((Object) i));
        concurrently(i -> shrunk.set(String.valueOf(i)));
        concurrently(i -> {
            if (i == 0) {
                shrunk.told = 1;
                shrunk.ready = true;
            } else {
                shrunk.hear();
            }
        });
        System.out.println("done " + shrunk.number + shrunk.thing + shrunk.text);
    }

    private static void concurrently(IntConsumer action) throws InterruptedException {
        Thread one = new Thread(() -> action.accept(0));
        Thread other = new Thread(() -> action.accept(1));
        one.start();
        other.start();
        one.join();
        other.join();
    }

    private void hear() {
        while (!ready) {
            Thread.onSpinWait();
        }
        if (told == 0) {
            throw new AssertionError("told first");
        }
    }

    private void set(int value) {
        number = value;
    }

    private void set(Object value) {
        thing = value;
    }

    private synchronized void set(String value) {
        text = value;
    }
}
