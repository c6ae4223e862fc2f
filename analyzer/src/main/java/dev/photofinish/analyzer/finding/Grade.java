package dev.photofinish.analyzer.finding;

import java.util.Locale;

/** How much a race deserves a person's time; its lower-case name is the value of the metric label and the JSON key. */
public enum Grade {
    /** A known benign idiom. */
    LOW,
    /** Unordered in one complete window. */
    MEDIUM,
    /** Unordered again: in another window, or for another object. */
    HIGH;

    /** The name used in metrics and JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
