package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;

/**
 * Flight Recorder itself. A thread that writes an event with a long text asks the pool of texts for it, in the middle of the event: the
 * pool is a map of {@code java.util.concurrent}, and an event of ours about it would be written into the one that is begun, whose chunk nobody
 * could read any more.
 */
final class RecorderRules {
    private RecorderRules() {}

    static void add(Rows rows) {
        String pool = "jdk/jfr/internal/StringPool";
        String ask = "addString\\(.*";
        rows.row(pool, ask, ENTRY, SILENCE, Rows.GLOBAL, Space.STATE);
        rows.row(pool, ask, RETURN, SPEAK, Rows.GLOBAL, Space.STATE);
        rows.row(pool, ask, THROW, SPEAK, Rows.GLOBAL, Space.STATE);
    }
}
