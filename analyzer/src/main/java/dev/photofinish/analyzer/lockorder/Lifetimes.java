package dev.photofinish.analyzer.lockorder;

import java.util.LinkedHashMap;
import java.util.Map;

/** From which window to which the threads of an instance have been seen. Bounded: who was seen longest ago is forgotten. */
final class Lifetimes {
    private static final int MAX_THREADS = 1 << 16;

    private final Map<Long, long[]> windows = new LinkedHashMap<>(16, 0.75f, true);

    void seen(long javaThreadId, long window) {
        long[] known = windows.computeIfAbsent(javaThreadId, id -> new long[] {window, window});
        known[0] = Math.min(known[0], window);
        known[1] = Math.max(known[1], window);
        if (windows.size() > MAX_THREADS) {
            windows.remove(windows.keySet().iterator().next());
        }
    }

    /** Whether the thread is known to have lived in that window. */
    boolean livedIn(long javaThreadId, long window) {
        long[] known = windows.get(javaThreadId);
        return known != null && known[0] <= window && window <= known[1];
    }
}
