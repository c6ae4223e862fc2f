package dev.photofinish.analyzer.order;

import dev.photofinish.analyzer.trace.Edge;
import java.util.Arrays;
import java.util.List;

/**
 * The acquires of a window, numbered thread by thread in program order: the only points at which a thread learns. An
 * acquire is named by the epoch with which it begins; edges with one target epoch are one acquire.
 */
final class Acquires {
    /** Says that a point lies before the first acquire of its thread. */
    static final int NONE = -1;

    private final int[] firstOfThread;
    private final int[] threads;
    private final int[] epochs;

    /** Finds the acquires among the edges. */
    Acquires(List<Edge> edges, ThreadIndex index) {
        long[] keys = new long[edges.size()];
        for (int i = 0; i < keys.length; i++) {
            Edge edge = edges.get(i);
            keys[i] = ((long) index.of(edge.toThread()) << 32) | edge.toEpoch();
        }
        Arrays.sort(keys);
        int size = 0;
        for (int i = 0; i < keys.length; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                keys[size++] = keys[i];
            }
        }
        threads = new int[size];
        epochs = new int[size];
        firstOfThread = new int[index.size() + 1];
        for (int node = 0; node < size; node++) {
            threads[node] = (int) (keys[node] >>> 32);
            epochs[node] = (int) keys[node];
            firstOfThread[threads[node] + 1]++;
        }
        for (int thread = 0; thread < index.size(); thread++) {
            firstOfThread[thread + 1] += firstOfThread[thread];
        }
    }

    /** Number of acquires. */
    int size() {
        return epochs.length;
    }

    /** Index of the thread that acquires. */
    int thread(int acquire) {
        return threads[acquire];
    }

    /** The acquire before this one in its thread, or {@link #NONE}. */
    int previous(int acquire) {
        return acquire > firstOfThread[threads[acquire]] ? acquire - 1 : NONE;
    }

    /** The last acquire of the thread, or {@link #NONE}. */
    int last(int thread) {
        return at(thread, Integer.MAX_VALUE);
    }

    /** The last acquire of the thread that is not after the epoch, or {@link #NONE}. */
    int at(int thread, int epoch) {
        int from = firstOfThread[thread];
        int found = Arrays.binarySearch(epochs, from, firstOfThread[thread + 1], epoch);
        int last = found >= 0 ? found : -found - 2;
        return last < from ? NONE : last;
    }
}
