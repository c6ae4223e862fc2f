package dev.photofinish.analyzer.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets the first values of a label through and calls every further one {@code other}. */
final class LabelBound {
    static final String OTHER = "other";

    private static final int CHARS = 200;

    private final Set<String> admitted = ConcurrentHashMap.newKeySet();
    private final int limit;

    LabelBound(int limit) {
        this.limit = limit;
    }

    String admit(String value) {
        String text = value.length() <= CHARS ? value : value.substring(0, CHARS);
        if (admitted.contains(text)) {
            return text;
        }
        synchronized (admitted) {
            if (admitted.size() >= limit) {
                return admitted.contains(text) ? text : OTHER;
            }
            admitted.add(text);
            return text;
        }
    }
}
