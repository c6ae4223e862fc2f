package dev.photofinish.analyzer.contention;

import dev.photofinish.analyzer.trace.ThreadPause;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The latest pauses of the threads of one instance; the oldest are forgotten. Used by one thread. */
public final class Pauses {
    private static final int MOST = 20_000;

    private final Deque<ThreadPause> latest = new ArrayDeque<>();

    /** Takes the next one. */
    public void add(ThreadPause pause) {
        if (latest.size() == MOST) {
            latest.removeFirst();
        }
        latest.addLast(pause);
    }

    /** Those that had not ended before that time, by thread. */
    Map<Long, List<ThreadPause>> since(long nanos) {
        Map<Long, List<ThreadPause>> byThread = new HashMap<>();
        for (ThreadPause pause : latest) {
            if (pause.startNanos() + pause.nanos() > nanos) {
                byThread.computeIfAbsent(pause.javaThreadId(), thread -> new ArrayList<>())
                        .add(pause);
            }
        }
        return byThread;
    }
}
