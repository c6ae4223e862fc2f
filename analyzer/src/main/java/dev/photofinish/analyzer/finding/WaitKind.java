package dev.photofinish.analyzer.finding;

import java.util.Arrays;
import java.util.List;

/** What a thread waited for. */
public enum WaitKind {
    MONITOR("monitor", true),
    /** A lock of {@code java.util.concurrent}, a semaphore, or an exclusive synchronizer of the application's own. */
    LOCK("lock", true),
    CLASS_INITIALIZATION("class-initialization", true),
    /** To be notified: {@code Object.wait}. */
    OBJECT_WAIT("object-wait", false),
    CONDITION("condition", false),
    LATCH("latch", false),
    BARRIER("barrier", false),
    QUEUE("queue", false),
    FUTURE("future", false),
    /** A worker without work. */
    POOL_IDLE("pool-idle", false),
    /** A virtual thread that blocked and kept its carrier. */
    PINNED("pinned", false),
    /** Parked for nothing that is known. */
    PARK("park", false);

    private final String label;
    private final boolean contention;

    WaitKind(String label, boolean contention) {
        this.label = label;
        this.contention = contention;
    }

    /** The word for people, JSON and labels. */
    public String label() {
        return label;
    }

    /** Whether the thread waited for what another one had, and not for something to happen. */
    public boolean isContention() {
        return contention;
    }

    /** The labels of all kinds that are contention, or of all that are not. */
    public static List<String> labels(boolean contention) {
        return Arrays.stream(values())
                .filter(kind -> kind.contention == contention)
                .map(WaitKind::label)
                .toList();
    }
}
