package dev.photofinish.overhead;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Lets processes run in turn, each for a slice of time in which the others are stopped, in an order that is drawn anew for each turn: what
 * the machine does meanwhile it does to all of them.
 */
final class Slices {
    private static final String STOP = "-STOP";
    private static final String CONTINUE = "-CONT";

    private final long millis;
    private final Random random = new Random();

    Slices(long millis) {
        this.millis = millis;
    }

    /**
     * Until all have ended; where it fails, some are left stopped.
     *
     * @throws RunFailedException if that takes longer than so many seconds
     */
    void run(List<Process> processes, long seconds) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Process> all = new ArrayList<>(processes);
        for (Process process : all) {
            signal(process, STOP);
        }
        while (all.stream().anyMatch(Process::isAlive)) {
            if (System.nanoTime() - deadline >= 0) {
                throw new RunFailedException("did not end in " + seconds + " s");
            }
            Collections.shuffle(all, random);
            for (Process process : all) {
                turn(process);
            }
        }
    }

    /** One that has ended keeps its turns: the others would have more of the machine in what they measure last. */
    private void turn(Process process) throws IOException, InterruptedException {
        if (!process.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(millis);
            return;
        }
        signal(process, CONTINUE);
        if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            signal(process, STOP);
        }
    }

    /** To a process and those it has started. */
    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        for (ProcessHandle one : all) {
            send(one, signal);
        }
    }

    /** One that has just ended is none that fails. */
    private static void send(ProcessHandle process, String signal) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0 && process.isAlive()) {
            throw new IOException("kill " + signal + " of process " + process.pid() + " failed");
        }
    }
}
