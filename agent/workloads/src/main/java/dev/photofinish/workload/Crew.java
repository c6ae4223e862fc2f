package dev.photofinish.workload;

import dev.photofinish.timing.Measurement;
import dev.photofinish.timing.RoundTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Threads that work side by side until their time is over; the first failure of one is the failure of all. */
final class Crew implements AutoCloseable {
    /** For measuring only. */
    private static final boolean UNPACED = Boolean.getBoolean("workload.unpaced");

    /** Which part of the time its threads work then, in percent: the longer a round took, the longer they rest. */
    private static final int LOAD = Integer.getInteger("workload.load", 100);

    private static final long SHORTEST_REST_NANOS = 1_000_000;
    private static final long LONGEST_REST_NANOS = 100_000_000;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<Long>> members = new ArrayList<>();
    private final @Nullable Measurement measurement;
    private final long deadline;
    private int kinds;

    Crew(Duration time) {
        this.measurement = Measurement.ofRun(time);
        this.deadline = System.nanoTime() + time.toNanos();
    }

    /** One round of a member's work, again and again: {@code round} counts from 0. */
    @FunctionalInterface
    interface Work {
        void round(long round) throws Exception;
    }

    /** Adds a member that pauses that long after each round: a recording of full speed would be of gigabytes. */
    void add(Duration pause, Work work) {
        add(1, pause, work);
    }

    /** Adds so many members that do the same. */
    void add(int count, Duration pause, Work work) {
        for (int i = 0; i < count; i++) {
            add(pause, work, measurement == null ? null : measurement.member(kinds, pause));
        }
        kinds++;
    }

    private void add(Duration pause, Work work, @Nullable RoundTimes times) {
        boolean paced = !UNPACED || (measurement != null && times == null);
        members.add(threads.submit(() -> {
            long round = 0;
            long rest = 0;
            while (!isOver()) {
                long started = System.nanoTime();
                work.round(round++);
                if (times != null) {
                    times.ended(started);
                }
                if (paced) {
                    LockSupport.parkNanos(pause.toNanos());
                } else if (LOAD < 100) {
                    rest = restAfter(rest + (System.nanoTime() - started) * (100 - LOAD) / LOAD);
                }
            }
            return round;
        }));
    }

    /** Rests for that long, where that is long enough to be worth it; answers what is left of it, or was rested too much. */
    private static long restAfter(long due) {
        if (due < SHORTEST_REST_NANOS) {
            return due;
        }
        long from = System.nanoTime();
        long rest = Math.min(due, LONGEST_REST_NANOS);
        LockSupport.parkNanos(rest);
        return rest - (System.nanoTime() - from);
    }

    boolean isOver() {
        return measurement == null ? System.nanoTime() - deadline >= 0 : measurement.isOver();
    }

    /** Waits for all members; answers how many rounds they made together. */
    long await() throws Exception {
        if (measurement != null) {
            measurement.await();
        }
        long rounds = 0;
        for (Future<Long> member : members) {
            try {
                rounds += member.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException("a thread of the workload failed", failed.getCause());
            }
        }
        if (measurement != null) {
            System.out.println(measurement.line());
        }
        return rounds;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            Check.that(threads.awaitTermination(30, TimeUnit.SECONDS), "the threads of the workload to end");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the threads of the workload ended", interrupted);
        }
    }
}
