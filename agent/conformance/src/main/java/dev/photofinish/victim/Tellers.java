package dev.photofinish.victim;

import jdk.jfr.Event;
import jdk.jfr.Name;

/**
 * Threads that commit events of their own with a few long texts, the same for all: Flight Recorder keeps such texts in a pool, which
 * it asks while it writes an event. Says at the end how many events there are.
 */
public final class Tellers {
    private static final int THREADS = 4;
    private static final int EVENTS = 20_000;
    private static final int TEXTS = 20;

    /** Two texts, long enough for the pool. */
    @Name("victim.Told")
    static final class Told extends Event {
        String text = "";
        String other = "";
    }

    private Tellers() {}

    /** Ends by itself. */
    public static void main(String[] args) throws InterruptedException {
        Thread[] tellers = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            tellers[i] = new Thread(Tellers::tell, "teller-" + i);
            tellers[i].start();
        }
        for (Thread teller : tellers) {
            teller.join();
        }
        System.out.println("told " + THREADS * EVENTS);
    }

    private static void tell() {
        for (int i = 0; i < EVENTS; i++) {
            Told told = new Told();
            told.text = "a text that is longer than sixteen characters: " + i % TEXTS;
            told.other = "another one that is as long as the first: " + i * 7 % TEXTS;
            told.commit();
        }
    }
}
