package dev.photofinish.conformance;

import dev.photofinish.outside.Jitter;
import org.jspecify.annotations.Nullable;

/** Starts and joins threads, and waits for a thread's state; orders nothing beyond what start and join order. */
public final class Threads {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private Threads() {}

    /** Starts one thread per step, then joins them all. */
    public static void concurrently(Step... steps) throws Exception {
        Thread[] threads = new Thread[steps.length];
        for (int i = 0; i < steps.length; i++) {
            threads[i] = start(steps[i]);
        }
        for (Thread thread : threads) {
            join(thread);
        }
    }

    /** A started thread; what it throws is thrown by {@link #join}. */
    public static Thread start(Step step) {
        StepThread thread = new StepThread(step);
        thread.start();
        return thread;
    }

    /** Joins a thread of {@link #start}. */
    public static void join(Thread thread) throws Exception {
        thread.join();
        if (thread instanceof StepThread stepThread) {
            stepThread.rethrow();
        }
    }

    /** Polls until the thread is in that state. {@code getState} is for monitoring: it orders nothing. */
    public static void awaitState(Thread thread, Thread.State state) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (thread.getState() != state) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "expected " + thread.getName() + " to be " + state + ", found " + thread.getState());
            }
            Thread.sleep(1);
        }
    }

    private static final class StepThread extends Thread {
        private final Step step;
        private final long jitter = Jitter.draw();
        private @Nullable Exception failure;
        private @Nullable Error error;

        StepThread(Step step) {
            this.step = step;
        }

        @Override
        public void run() {
            Jitter.disturb(jitter);
            try {
                step.run();
            } catch (Exception e) {
                failure = e;
            } catch (Error e) {
                error = e;
            }
        }

        void rethrow() throws Exception {
            if (error != null) {
                throw error;
            }
            if (failure != null) {
                throw failure;
            }
        }
    }
}
