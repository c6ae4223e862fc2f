package dev.photofinish.storm;

import dev.photofinish.conformance.Program;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the programs named by its arguments in several lanes until the time is over, beside garbage, threads that die, and one
 * race on purpose. Each program belongs to one lane, so that what it keeps in static fields stays ordered.
 *
 * <p>Arguments: seconds, lanes, what else happens ({@code calm}, {@code garbage}, {@code interrupt}), programs.
 */
public final class Storm {
    private Storm() {}

    /** Prints {@code ready}, then at the end how often programs ran. A program that failed says so on stderr. */
    public static void main(String[] args) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(args[0]));
        int lanes = Integer.parseInt(args[1]);
        List<String> programs = Arrays.asList(args).subList(3, args.length);
        List<Thread> threads = new ArrayList<>();
        List<Lane> all = new ArrayList<>();
        for (int i = 0; i < lanes; i++) {
            Lane lane = new Lane(programs, i, lanes, end);
            all.add(lane);
            threads.add(new Thread(lane, "lane-" + i));
        }
        Control control = new Control(end);
        threads.add(new Thread(control, "control-1"));
        threads.add(new Thread(control, "control-2"));
        threads.add(new Thread(() -> mortals(end), "mortals"));
        if (args[2].contains("garbage")) {
            threads.add(new Thread(() -> garbage(end), "garbage"));
        }
        if (args[2].contains("interrupt")) {
            threads.add(new Thread(() -> interruptAgent(end), "interrupter"));
        }
        System.out.println("ready");
        for (Thread thread : threads) {
            thread.start();
        }
        long runs = 0;
        for (Thread thread : threads) {
            thread.join();
        }
        for (Lane lane : all) {
            runs += lane.runs;
        }
        System.out.println("done " + runs + " " + control.hits);
    }

    /** Threads that end by an exception, in the middle of what they do. */
    private static void mortals(long end) {
        for (int i = 0; System.nanoTime() - end < 0; i++) {
            Mortal mortal = new Mortal(i);
            Thread thread = new Thread(mortal, "mortal");
            thread.setUncaughtExceptionHandler((dead, cause) -> mortal.dead());
            thread.start();
            try {
                thread.join();
            } catch (InterruptedException e) {
                return;
            }
            if (mortal.deaths != 1 || mortal.count != i) {
                throw new IllegalStateException("expected 1 death at " + i + ", found " + mortal.deaths);
            }
        }
    }

    /** Keeps the collector busy: weak references are cleared and objects move. */
    private static void garbage(long end) {
        byte[][] kept = new byte[64][];
        for (int i = 0; System.nanoTime() - end < 0; i++) {
            kept[i % kept.length] = new byte[(i * 7919 & 0xFFFF) + 1];
            if (i % 50_000 == 0) {
                System.gc();
            }
        }
    }

    /** Interrupts the agent's own threads, as a careless program may that interrupts a whole thread group. */
    private static void interruptAgent(long end) {
        while (System.nanoTime() - end < 0) {
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().startsWith("photofinish-")) {
                    thread.interrupt();
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static final class Mortal implements Runnable {
        private int count;
        private int deaths;

        Mortal(int count) {
            this.count = count - 1;
        }

        @Override
        public void run() {
            synchronized (this) {
                count++;
                throw new IllegalStateException("dies");
            }
        }

        void dead() {
            deaths++;
        }
    }

    private static final class Lane implements Runnable {
        private final List<String> programs;
        private final int lane;
        private final int lanes;
        private final long end;
        private long runs;

        Lane(List<String> programs, int lane, int lanes, long end) {
            this.programs = programs;
            this.lane = lane;
            this.lanes = lanes;
            this.end = end;
        }

        @Override
        public void run() {
            while (true) {
                for (int i = lane; i < programs.size(); i += lanes) {
                    if (System.nanoTime() - end > 0) {
                        return;
                    }
                    run(programs.get(i));
                    runs++;
                }
            }
        }

        private static void run(String name) {
            try {
                Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
                constructor.setAccessible(true);
                ((Program) constructor.newInstance()).run();
            } catch (Exception | AssertionError e) {
                System.err.println("program " + name + " failed: " + e);
            }
        }
    }

    /** The race that must be found: so that a monitor that finds nothing fails the test. */
    private static final class Control implements Runnable {
        private final long end;
        private int hits;

        Control(long end) {
            this.end = end;
        }

        @Override
        public void run() {
            while (System.nanoTime() - end < 0) {
                hits++;
                Thread.onSpinWait();
            }
        }
    }
}
