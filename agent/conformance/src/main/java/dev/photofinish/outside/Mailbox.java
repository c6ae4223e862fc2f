package dev.photofinish.outside;

import org.jspecify.annotations.Nullable;

/** A hand-over of one object, guarded by its monitor. */
public final class Mailbox {
    private @Nullable Object letter;

    /** Hands over; the previous letter is lost. */
    public synchronized void put(Object newLetter) {
        letter = newLetter;
        notifyAll();
    }

    /** Takes the letter, waiting for one. */
    public synchronized Object take() throws InterruptedException {
        while (letter == null) {
            wait();
        }
        Object taken = letter;
        letter = null;
        return taken;
    }
}
