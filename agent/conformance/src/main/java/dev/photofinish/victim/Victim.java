package dev.photofinish.victim;

import dev.photofinish.outside.Here;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Two threads that race on one field, steadily, and share others correctly.
 *
 * <p>It answers commands on standard input, one line each: {@code where} (the bytecode index of a fixed call in a method
 * that accesses the racing field: it changes when the method is woven), {@code threads} (the names of all live
 * threads), {@code ticks} (the number of the last tick event), {@code rounds} (how often the threads went round), {@code
 * quit}. The end of the input is a {@code quit}.
 */
public final class Victim {
    private final ReentrantLock lock = new ReentrantLock();
    private int raced; // the race: two threads, no lock
    private int monitorGuarded; // guarded by this
    private int lockGuarded; // guarded by lock
    private volatile boolean stopped;
    private volatile long ticks;

    private Victim() {}

    /** Prints {@code ready} once both threads run. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Victim victim = new Victim();
        Thread one = new Thread(victim::work, "victim-1");
        Thread other = new Thread(victim::work, "victim-2");
        Thread ticker = new Thread(victim::tick, "victim-ticker");
        one.start();
        other.start();
        ticker.start();
        System.out.println("ready");
        victim.answer(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        victim.stopped = true;
        one.join();
        other.join();
        ticker.join();
        System.out.println("ended after " + victim.lockGuarded + " rounds, of which the race kept " + victim.raced);
    }

    private void answer(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
            switch (line) {
                case "where" -> System.out.println(whereAccessing());
                case "threads" -> System.out.println(threads());
                case "ticks" -> System.out.println(ticks);
                case "rounds" -> System.out.println(rounds());
                default -> System.out.println("unknown command " + line);
            }
        }
    }

    private void work() {
        while (!stopped) {
            round();
        }
    }

    private void round() {
        raced++;
        count();
        lock.lock();
        try {
            lockGuarded++;
        } finally {
            lock.unlock();
        }
        pause();
    }

    private synchronized void count() {
        monitorGuarded++;
    }

    private synchronized int rounds() {
        return monitorGuarded;
    }

    private void tick() {
        while (!stopped) {
            tickOnce();
        }
    }

    private void tickOnce() {
        ticks = TickEvent.emit();
        pause();
    }

    private int whereAccessing() {
        raced++;
        synchronized (this) {
            monitorGuarded++;
        }
        return Here.bytecodeIndex();
    }

    private static String threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.joining(","));
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
