package dev.photofinish.site;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Has equal texts be one object where that is easily done: names and types of fields recur in thousands of classes. Bounded, so that it keeps
 * nothing of classes that are gone but a few thousand texts. Any thread may ask.
 */
final class SharedTexts {
    private static final int KEPT = 4096;

    private final AtomicReferenceArray<@Nullable String> kept = new AtomicReferenceArray<>(KEPT);

    /** The text, or one that equals it. */
    String shared(String text) {
        int hash = text.hashCode();
        int index = (hash ^ hash >>> 16) & KEPT - 1;
        String before = kept.get(index);
        if (before != null && before.equals(text)) {
            return before;
        }
        kept.set(index, text);
        return text;
    }
}
