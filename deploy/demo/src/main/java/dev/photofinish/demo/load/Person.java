package dev.photofinish.demo.load;

import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** One thread that does something again and again with a pause between. */
final class Person {
    private final int pauseMicros;
    private final IntConsumer work;
    private final Thread thread;

    /**
     * Not started yet.
     *
     * @param work is told how often it was done before
     */
    Person(String name, int pauseMicros, IntConsumer work) {
        this.pauseMicros = pauseMicros;
        this.work = work;
        this.thread = new Thread(this::live, name);
    }

    void start() {
        thread.start();
    }

    void interrupt() {
        thread.interrupt();
    }

    void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() {
        try {
            for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                TimeUnit.MICROSECONDS.sleep(pauseMicros);
                work.accept(i);
            }
        } catch (InterruptedException e) {
            // The end of the day: interrupt() is how a person is told to leave.
            Thread.currentThread().interrupt();
        }
    }
}
