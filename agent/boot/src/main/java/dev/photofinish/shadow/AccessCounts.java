package dev.photofinish.shadow;

/**
 * Counts the accesses of a window by field. Plain and in stripes by thread: increments of two threads in one stripe may be
 * lost, so that a count is a lower bound.
 */
public final class AccessCounts {
    private static final int STRIPES = 4;
    private static final int MOST_FIELDS = 1 << 16;

    private final int fields;
    private final int[] counts;

    /** No access yet, of fields with numbers up to {@code fields}. */
    public AccessCounts(int fields) {
        this.fields = Math.min(fields, MOST_FIELDS);
        this.counts = new int[STRIPES * (this.fields + 1)];
    }

    /** Counts one access of the field by the thread of that number. */
    public void add(int thread, int field) {
        if (field <= fields) {
            counts[(thread & (STRIPES - 1)) * (fields + 1) + field]++;
        }
    }

    /** Accesses of the field of that number; 0 for one that is not counted. */
    public long of(int field) {
        long sum = 0;
        if (field <= fields) {
            for (int stripe = 0; stripe < STRIPES; stripe++) {
                sum += counts[stripe * (fields + 1) + field];
            }
        }
        return sum;
    }
}
