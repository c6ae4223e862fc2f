package dev.photofinish.analyzer.trace;

/**
 * One access to a shared variable.
 *
 * @param sequence program order among the accesses of the thread
 * @param object number of the object; 0 for a static field
 * @param index array index; -1 for a field
 * @param lockSet id of the locks held; 0 for none
 */
public record FieldAccess(
        long window, int thread, int epoch, int sequence, int site, long object, int index, Kind kind, int lockSet)
        implements TraceEvent {

    /** What an access does to its variable. */
    public enum Kind {
        READ("read"),
        WRITE("write");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The word for people and JSON. */
        public String label() {
            return label;
        }
    }

    /** Whether it changes the variable. */
    public boolean writes() {
        return kind == Kind.WRITE;
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
