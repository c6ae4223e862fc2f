package dev.photofinish.victim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Threads that want one lock again and again, at random times of one distribution, and measure how long they wait: always too short for the
 * JVM's own events.
 *
 * <p>It answers commands on standard input, one line each: {@code clock} ({@link System#nanoTime}), {@code waited} (nanoseconds that all
 * have waited so far), {@code waits} (how often anybody did), {@code quit}.
 */
public final class SteadilyContended {
    private static final int THREADS = 4;
    private static final long HOLD_NANOS = 500_000;
    private static final long MEAN_REST_NANOS = 4_000_000;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final AtomicLong waitNanos = new AtomicLong();
    private final AtomicLong waitCount = new AtomicLong();
    private volatile boolean stopped;

    private SteadilyContended() {}

    /** Prints {@code ready} once its threads run. */
    public static void main(String[] args) throws IOException, InterruptedException {
        SteadilyContended program = new SteadilyContended();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(i);
            Thread thread = new Thread(() -> program.work(random), "steady-" + i);
            thread.start();
            threads.add(thread);
        }
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
            System.out.println(program.answer(line));
        }
        program.stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private long answer(String command) {
        return switch (command) {
            case "clock" -> System.nanoTime();
            case "waited" -> waitNanos.get();
            case "waits" -> waitCount.get();
            default -> throw new IllegalArgumentException("expected clock, waited, waits or quit, found " + command);
        };
    }

    private void work(Random random) {
        while (!stopped) {
            LockSupport.parkNanos((long) (-Math.log(1 - random.nextDouble()) * MEAN_REST_NANOS));
            takeTurn();
        }
    }

    private void takeTurn() {
        boolean waits = lock.isLocked();
        long asked = System.nanoTime();
        lock.lock();
        try {
            long got = System.nanoTime();
            if (waits) {
                waitNanos.addAndGet(got - asked);
                waitCount.incrementAndGet();
            }
            while (System.nanoTime() - got < HOLD_NANOS) {
                Thread.onSpinWait();
            }
        } finally {
            lock.unlock();
        }
    }
}
