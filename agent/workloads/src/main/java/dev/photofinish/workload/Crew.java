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
            while (!isOver()) {
                long started = System.nanoTime();
                work.round(round++);
                if (times != null) {
                    times.ended(started);
                }
                if (paced) {
                    LockSupport.parkNanos(pause.toNanos());
                }
            }
            return round;
        }));
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
