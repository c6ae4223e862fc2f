package dev.photofinish.analyzer.metrics;

import java.util.Locale;

/** What became of a chunk; its lower-case name is the value of the label. */
public enum ChunkOutcome {
    /** Durable, and waiting for its analysis. */
    ACCEPTED,
    /** Had been accepted before. */
    DUPLICATE,
    /** Came after it had been given up; not analysed. */
    LATE,
    /** Was no JFR chunk, or its headers were wrong. */
    INVALID,
    /** Over the size limit. */
    TOO_LARGE,
    /** There was no room for it; the agent sends it again. */
    REFUSED,
    /** Went through the analysis. */
    ANALYSED,
    /** The decoder rejected it; kept aside. */
    CORRUPT,
    /** The analysis itself failed on it; kept aside. */
    FAILED,
    /** Was waited for in vain. */
    MISSING;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
