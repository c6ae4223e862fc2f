package dev.photofinish.analyzer.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One access to a shared variable.
 *
 * @param sequence program order among the accesses of the thread
 * @param object number of the object; a static field has one of its own, in STD traces 0
 * @param index array index; -1 for a field, -2 for the contents of an object as a whole
 * @param lockSet id of the locks held; 0 for none
 */
public record FieldAccess(
        long window, int thread, int epoch, int sequence, int site, long object, int index, Kind kind, int lockSet)
        implements TraceEvent {
    private static final int FIELD = -1;
    private static final int LEARNING = 3;

    /** What an access does to its variable. */
    public enum Kind {
        READ("read"),
        WRITE("write"),
        /** By handle, in a mode that synchronizes or is opaque: never races with another such access. */
        ATOMIC_READ("atomic read"),
        ATOMIC_WRITE("atomic write"),
        /** Both at once. */
        ATOMIC_UPDATE("atomic update");

        private static final List<Kind> BY_CODE = List.of(values());

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind that the agent's events call by that number; null for none. */
        public static @Nullable Kind of(long code) {
            return code < 0 || code >= BY_CODE.size() ? null : BY_CODE.get((int) code);
        }

        /** Whether it changes the variable. */
        public boolean writes() {
            return this != READ && this != ATOMIC_READ;
        }

        private boolean isAtomic() {
            return this != READ && this != WRITE;
        }

        /** Whether two accesses of these kinds race when nothing orders them. */
        public boolean conflicts(Kind other) {
            return (writes() || other.writes()) && !(isAtomic() && other.isAtomic());
        }

        /** The word for people and JSON. */
        public String label() {
            return label;
        }
    }

    /** Whether it changes the variable. */
    public boolean writes() {
        return kind.writes();
    }

    /** Whether the variable is what the object holds, whichever field leads to it: an element, or its contents as a whole. */
    public boolean isOfContents() {
        return index != FIELD;
    }

    /**
     * The epoch in which the thread had learned all that comes before this access: {@code epoch}, but for an update, which
     * learns from others after it has published. What it learns comes with at most {@value #LEARNING} further epochs;
     * something later may be counted in, by which a race can be missed and none invented.
     */
    public int knowingEpoch() {
        return kind == Kind.ATOMIC_UPDATE ? epoch + LEARNING : epoch;
    }

    /** Whether both are one recorded access, emitted twice: locks aside, nothing differs. */
    boolean sameAs(FieldAccess other) {
        return thread == other.thread
                && sequence == other.sequence
                && epoch == other.epoch
                && site == other.site
                && object == other.object
                && index == other.index
                && kind == other.kind;
    }
}
