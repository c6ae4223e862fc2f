package dev.photofinish.victim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * Two threads whose main loops are entered before anybody attaches and never left before the end. What they share they access in
 * methods of their own; what orders them stands, depending on the kind, in the loops themselves.
 *
 * <p>The kinds, of which nothing orders the threads of the first three: {@code racing} (what synchronizes in the loops' methods
 * comes before the loops and after them), {@code counting} (each loop counts its rounds in a volatile field of its own) and {@code
 * apart} (a third thread takes a monitor in its loop). Ordered are those of {@code monitor}, {@code guarded} (a monitor that one
 * loop takes in its own code), {@code relay} (a third thread takes over by a monitor in its loop, and hands on by a volatile
 * field), {@code turns} (a volatile field), {@code reader} (one that a loop only reads), {@code updater} (as before, written by a
 * field updater), {@code writer} (a volatile field that a loop only writes) and {@code looked} (as before, read by a field
 * updater). Ends when it reads a line, or at the end of the input.
 */
public final class Loops {
    private static final AtomicIntegerFieldUpdater<Loops> UPDATER =
            AtomicIntegerFieldUpdater.newUpdater(Loops.class, "updated");
    private static final AtomicIntegerFieldUpdater<Loops> OFFERED =
            AtomicIntegerFieldUpdater.newUpdater(Loops.class, "offered");

    private int raced; // the race: two threads, no lock
    private int guarded; // guarded by this
    private int handed; // by turn
    private int read; // by told
    private int seen; // by updated
    private int shown; // by offered
    private boolean given; // guarded by this
    private int relayed; // by returned, given and passed
    private int ended; // guarded by this
    private volatile int turn;
    private volatile int told;
    private volatile int updated;
    private volatile int offered;
    private volatile int passed;
    private volatile int returned = 1;
    private volatile boolean begun;
    private volatile boolean stopped;

    private Loops() {}

    /** Prints {@code ready} once both threads are in their loops. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Loops loops = new Loops();
        Thread[] threads = loops.threads(args[0]);
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }
        System.out.println("ready");
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        loops.stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(loops.total());
    }

    private synchronized int total() {
        return (begun ? 0 : 1) + raced + guarded + handed + read + seen + shown + relayed + ended;
    }

    private Thread[] threads(String kind) {
        return switch (kind) {
            case "racing" -> threads(this::race, this::race);
            case "counting" -> threads(this::count, this::count);
            case "monitor" -> threads(this::lock, this::lock);
            case "turns" -> threads(() -> takeTurns(0), () -> takeTurns(1));
            case "reader" -> threads(this::tell, this::listen);
            case "updater" -> threads(this::update, this::look);
            case "guarded" -> threads(this::lock, this::lockInside);
            case "relay" -> threads(this::give, this::relay, this::receive);
            case "apart" -> threads(this::lock, this::raceAlone, this::raceAlone);
            case "writer" -> threads(this::offer, this::take);
            case "looked" -> threads(this::offer, this::takeByHandle);
            default -> throw new IllegalArgumentException("a kind of loops expected, found " + kind);
        };
    }

    private static Thread[] threads(Runnable... loops) {
        Thread[] threads = new Thread[loops.length];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(loops[i], "loop-" + (i + 1));
        }
        return threads;
    }

    private void race() {
        begun = true;
        try {
            while (goesOn()) {
                writeRaced();
            }
        } catch (IllegalStateException interrupted) {
            begun = false;
        }
        synchronized (this) {
            ended++;
        }
    }

    private void writeRaced() {
        raced++;
        pause();
    }

    /** As a worker of a pool counts the tasks that it has done. */
    private static final class Rounds {
        volatile long done;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // by one thread
    private void count() {
        Rounds mine = new Rounds();
        while (goesOn()) {
            writeRaced();
            mine.done++;
        }
        synchronized (this) {
            ended += mine.done > 0 ? 1 : 0;
        }
    }

    private void lock() {
        while (goesOn()) {
            synchronized (this) {
                writeGuarded();
            }
            pause();
        }
    }

    private void writeGuarded() {
        guarded++;
    }

    private void lockInside() {
        while (goesOn()) {
            lockOnce();
        }
    }

    private void lockOnce() {
        synchronized (this) {
            writeGuarded();
        }
        pause();
    }

    private void raceAlone() {
        while (goesOn()) {
            writeRaced();
        }
    }

    private void give() {
        while (goesOn()) {
            giveOnce();
        }
    }

    private void giveOnce() {
        if (returned == 1) {
            returned = 0;
            relayed++;
            synchronized (this) {
                given = true;
            }
        }
        pause();
    }

    private void relay() {
        while (goesOn()) {
            synchronized (this) {
                if (given) {
                    given = false;
                    passOn();
                }
            }
            pause();
        }
    }

    private void passOn() {
        passed = 1;
    }

    private void receive() {
        while (goesOn()) {
            receiveOnce();
        }
    }

    private void receiveOnce() {
        if (passed == 1) {
            passed = 0;
            relayed++;
            returned = 1;
        }
        pause();
    }

    private void takeTurns(int mine) {
        while (goesOn()) {
            if (turn == mine) {
                writeHanded();
                turn = 1 - mine;
            }
            pause();
        }
    }

    private void writeHanded() {
        handed++;
    }

    private void tell() {
        while (goesOn()) {
            tellOnce();
        }
    }

    private void tellOnce() {
        if (told == 0) {
            read++;
            told = 1;
        }
        pause();
    }

    private void listen() {
        while (goesOn()) {
            if (told == 1) {
                answer();
            }
            pause();
        }
    }

    private void answer() {
        read++;
        told = 0;
    }

    private void update() {
        while (goesOn()) {
            updateOnce();
        }
    }

    private void updateOnce() {
        if (UPDATER.get(this) == 0) {
            seen++;
            UPDATER.set(this, 1);
        }
        pause();
    }

    private void look() {
        while (goesOn()) {
            if (updated == 1) {
                answerUpdate();
            }
            pause();
        }
    }

    private void answerUpdate() {
        seen++;
        UPDATER.set(this, 0);
    }

    private void offer() {
        while (goesOn()) {
            if (isTaken()) {
                writeShown();
                offered = 1;
            }
            pause();
        }
    }

    private boolean isTaken() {
        return offered == 0;
    }

    private void writeShown() {
        shown++;
    }

    private void take() {
        while (goesOn()) {
            takeOnce();
        }
    }

    private void takeOnce() {
        if (offered == 1) {
            shown++;
            offered = 0;
        }
        pause();
    }

    private void takeByHandle() {
        while (goesOn()) {
            takeOnceByHandle();
        }
    }

    private void takeOnceByHandle() {
        if (OFFERED.get(this) == 1) {
            shown++;
            OFFERED.set(this, 0);
        }
        pause();
    }

    private boolean goesOn() {
        return !stopped;
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
