package dev.photofinish.analyzer.race;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many windows of one instance showed a race, by fingerprint. Bounded: the fingerprint seen longest ago is forgotten
 * first, which can only lower a grade. Used by one thread.
 */
public final class RaceHistory {
    private static final int MAX_FINGERPRINTS = 10_000;

    private final Map<String, Integer> windows = new LinkedHashMap<>(16, 0.75f, true);

    /** Counts one more window with this race and tells how many there are now. */
    int seen(String fingerprint) {
        int count = windows.merge(fingerprint, 1, Integer::sum);
        if (windows.size() > MAX_FINGERPRINTS) {
            windows.remove(windows.keySet().iterator().next());
        }
        return count;
    }
}
