package dev.photofinish.transport;

/** How many events of which type a chunk has: walks over their sizes and looks at nothing else. */
final class EventCounts {
    private static final int HEADER = 68;
    private static final int LAST_BYTE = 9;

    /** The types of the JDK come first, and have a few hundred. */
    private static final int MOST_TYPES = 1 << 13;

    private final byte[] chunk;
    private int position = HEADER;

    private EventCounts(byte[] chunk) {
        this.chunk = chunk;
    }

    /**
     * The number of events at the id of their type; what follows an event that cannot be is not counted, nor are types with
     * ids that are out of range.
     */
    static long[] byType(byte[] chunk) {
        return new EventCounts(chunk).count();
    }

    private long[] count() {
        long[] counts = new long[MOST_TYPES];
        while (position < chunk.length) {
            int start = position;
            long size = varLong();
            long type = varLong();
            if (size < position - start || size > chunk.length - start) {
                break;
            }
            if (type >= 0 && type < MOST_TYPES) {
                counts[(int) type]++;
            }
            position = start + (int) size;
        }
        return counts;
    }

    /** Seven bits a byte, the lowest first; the ninth byte has eight. 0 at the end of the chunk. */
    private long varLong() {
        long value = 0;
        for (int i = 0; i < LAST_BYTE && position < chunk.length; i++) {
            byte next = chunk[position++];
            if (i == LAST_BYTE - 1) {
                return value | (next & 0xFFL) << (7 * i);
            }
            value |= (next & 0x7FL) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        return 0;
    }
}
