package dev.photofinish.victim;

import java.util.HashMap;
import java.util.Map;

/** Runs {@code synchronized} blocks of every shape until all compilers have taken them. */
public final class Blocks {
    private static final int ROUNDS = 3_000_000;

    private final Object lock = new Object();
    private final Map<Integer, Integer> counts = new HashMap<>();
    private int sum;

    private Blocks() {}

    /** Runs once and prints the sum of all answers. */
    public static void main(String[] args) {
        Blocks blocks = new Blocks();
        int total = 0;
        for (int i = 0; i < ROUNDS; i++) {
            total += blocks.plain(i) + blocks.loop(i & 3) + blocks.nested(i) + blocks.caught(i) + blocks.last(i);
        }
        System.out.println("total " + total);
    }

    private int plain(int value) {
        synchronized (lock) {
            sum += value & 1;
            return sum;
        }
    }

    private int loop(int times) {
        for (int i = 0; i < times; i++) {
            synchronized (this) {
                counts.merge(i, 1, Integer::sum);
            }
        }
        return times;
    }

    private int nested(int value) {
        synchronized (lock) {
            int found;
            synchronized (this) {
                found = counts.getOrDefault(value & 3, 0);
            }
            return found + sum;
        }
    }

    private int caught(int value) {
        try {
            synchronized (lock) {
                if (value % 100 == 0) {
                    throw new IllegalStateException("out of the block");
                }
                return sum;
            }
        } catch (IllegalStateException thrown) {
            return Thread.holdsLock(lock) ? -1_000_000_000 : 1;
        } finally {
            sum--;
        }
    }

    private int last(int value) {
        int before = value * 2;
        synchronized (lock) {
            before += counts.size();
        }
        String text = "value " + before;
        return text.length();
    }
}
