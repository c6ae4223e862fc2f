package dev.photofinish.analyzer.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people have decided about a finding; its lower-case name is the value in the database, the JSON and the filter. */
public enum FindingState {
    /** Nobody has looked at it, or an acknowledgement ran out. */
    OPEN,
    /** Somebody knows, said why, and until when. */
    ACKNOWLEDGED,
    /** Held to be repaired. */
    RESOLVED,
    /** Seen again after it was held to be repaired. */
    REGRESSED;

    /** The name used in the database and in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that label. */
    public static Optional<FindingState> of(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst();
    }

    /** The state after the race was seen once more. */
    FindingState seenAgain() {
        return this == RESOLVED ? REGRESSED : this;
    }
}
