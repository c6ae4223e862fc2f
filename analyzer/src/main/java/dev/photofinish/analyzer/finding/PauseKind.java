package dev.photofinish.analyzer.finding;

import java.util.Arrays;

/** What a thread did while it did not run. */
public enum PauseKind {
    /** It read, wrote or forced a file, or read from or wrote to a socket. */
    IO("io", "in I/O"),
    SLEEP("sleep", "asleep"),
    PARK("park", "parked"),
    OBJECT_WAIT("object-wait", "in Object.wait"),
    /** It waited to enter a monitor. */
    MONITOR("monitor", "waiting for a monitor"),
    /** All threads were stopped by the garbage collector. */
    COLLECTION("collection", "stopped by the garbage collector");

    private final String label;
    private final String words;

    PauseKind(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /** The word for JSON. */
    public String label() {
        return label;
    }

    /** What a kind of that label says of a thread, for people; the label itself where there is none. */
    public static String words(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(label))
                .map(kind -> kind.words)
                .findFirst()
                .orElse(label);
    }
}
