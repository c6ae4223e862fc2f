package dev.photofinish.analyzer.clock;

/**
 * A point in the life of one thread, written c@t: the time of thread {@code thread} when its own counter stood at
 * {@code clock}.
 *
 * @param thread number of the thread, from 0
 * @param clock the thread's counter, from 1; 0 is the time before everything
 */
public record Epoch(int thread, int clock) {
    public Epoch {
        if (thread < 0 || clock < 0) {
            throw new IllegalArgumentException(
                    "epoch: expected thread and clock from 0, found " + clock + "@" + thread);
        }
    }

    /** The notation of the papers: {@code clock@thread}. */
    @Override
    public String toString() {
        return clock + "@" + thread;
    }
}
