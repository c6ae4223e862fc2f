package dev.photofinish.victim;

import dev.photofinish.outside.Here;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A program under load that says what it has: memory, threads, classes. One race, on {@code raced}.
 *
 * <p>It answers commands on standard input, one line each: {@code where} (bytecode index behind accesses to fields),
 * {@code rounds}, {@code clock} (milliseconds since 1970), {@code threads} (how many, without the JVM's own), {@code heap} (bytes
 * that are live), {@code metaspace}, {@code set key value} (a system property), {@code cells n} (works on so many objects from now on), {@code virtual n} (so many
 * virtual threads, all alive at once), {@code storm n} (so many new classes), {@code loaders} (of those, how many loaders are
 * left), {@code quit}.
 */
public final class Toiler {
    private static final int ROUNDS = 500;

    /** Where there are many cells the two are seldom at the same one. */
    private static final int APART = 75_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final ClassStorm storm = new ClassStorm();
    private volatile Cell[] cells = Cell.some(100);
    private volatile boolean stopped;
    private int raced; // the race: three threads, no lock
    private int monitorGuarded; // guarded by this
    private int lockGuarded; // guarded by lock

    private Toiler() {}

    /** Prints {@code ready} once its threads run. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Toiler toiler = new Toiler();
        Thread one = new Thread(() -> toiler.work(0), "toiler-1");
        Thread other = new Thread(() -> toiler.work(APART), "toiler-2");
        Thread meddler = new Thread(toiler::meddle, "toiler-meddler");
        one.start();
        other.start();
        meddler.start();
        System.out.println("ready");
        toiler.answer(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        toiler.stopped = true;
        one.join();
        other.join();
        meddler.join();
        System.out.println("ended after " + toiler.lockGuarded + " rounds, of which the race kept " + toiler.raced);
    }

    private void answer(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
            System.out.println(answer(line.split(" ", -1)));
        }
    }

    private Object answer(String[] words) {
        return switch (words[0]) {
            case "where" -> whereAccessing();
            case "rounds" -> rounds();
            case "clock" -> System.currentTimeMillis();
            case "threads" -> Thread.getAllStackTraces().size();
            case "heap" -> liveHeap();
            case "metaspace" -> metaspace();
            case "set" -> System.setProperty(words[1], words[2]) == null ? "new" : "changed";
            case "cells" -> {
                cells = Cell.some(Integer.parseInt(words[1]));
                yield cells.length;
            }
            case "virtual" -> VirtualCrowd.run(Integer.parseInt(words[1]), cells);
            case "storm" -> storm.classes(Integer.parseInt(words[1]));
            case "loaders" -> storm.loaders();
            default -> "unknown command " + words[0];
        };
    }

    private void work(int first) {
        int next = first;
        while (!stopped) {
            next = rounds(next);
            pause();
        }
    }

    /** Takes no lock, so that no window can see it ordered with the others. */
    private void meddle() {
        while (!stopped) {
            raceOnce();
            pause();
        }
    }

    private void raceOnce() {
        raced++;
    }

    private int rounds(int first) {
        // Once for all of them: the agent leaves out what is accessed too often.
        raceOnce();
        Cell[] all = cells;
        for (int i = first; i < first + ROUNDS; i++) {
            round(all[Math.floorMod(i, all.length)]);
        }
        return first + ROUNDS;
    }

    private void round(Cell cell) {
        count();
        lock.lock();
        try {
            lockGuarded++;
        } finally {
            lock.unlock();
        }
        cell.add();
    }

    private synchronized void count() {
        monitorGuarded++;
    }

    private synchronized int rounds() {
        return monitorGuarded;
    }

    private int whereAccessing() {
        raced++;
        synchronized (this) {
            monitorGuarded++;
        }
        return Here.bytecodeIndex();
    }

    private static long liveHeap() {
        // The second one takes what the first has found by way of references.
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
