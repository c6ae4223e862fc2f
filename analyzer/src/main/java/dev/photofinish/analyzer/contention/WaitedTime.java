package dev.photofinish.analyzer.contention;

import java.util.HashMap;
import java.util.Map;

/**
 * When threads of one JVM waited at which place, from chunk to chunk: so that two threads that wait at once, of which one is told in
 * the next chunk, are counted as one time. Bounded by the number of places; a place beyond is counted chunk by chunk.
 */
public final class WaitedTime {
    private static final int MAX_PLACES = 4096;

    private final Map<WaitPlace, IntervalSet> byPlace = new HashMap<>();

    IntervalSet of(WaitPlace place) {
        IntervalSet known = byPlace.get(place);
        if (known != null) {
            return known;
        }
        IntervalSet fresh = new IntervalSet();
        if (byPlace.size() < MAX_PLACES) {
            byPlace.put(place, fresh);
        }
        return fresh;
    }
}
