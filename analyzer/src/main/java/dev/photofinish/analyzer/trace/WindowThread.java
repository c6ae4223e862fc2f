package dev.photofinish.analyzer.trace;

/**
 * What a thread number means in a window.
 *
 * @param name as the thread was called when the window closed
 * @param edges edges that the thread learned: the last sequence
 * @param javaThreadId what the JVM calls it in all windows; 0 for unknown
 * @param merged whether something that was not seen may have ordered it with the other threads so marked: they count as one
 */
public record WindowThread(long window, int thread, String name, int edges, long javaThreadId, boolean merged)
        implements TraceEvent {
    /** A thread that is known in its window only. */
    public WindowThread(long window, int thread, String name, int edges) {
        this(window, thread, name, edges, 0, false);
    }
}
