package dev.photofinish.shadow;

import org.jspecify.annotations.Nullable;

/** Which {@link UnseenWays} a thread has used in one window. Of that thread alone; read when the window has closed. */
final class Touched {
    private static final int REMEMBERED = 8;
    private static final Class<?>[] NONE = new Class<?>[0];

    private final UnseenWays ways;
    private long bits;

    // Direct-mapped: classes that were looked at already.
    private final @Nullable Class<?>[] handled;
    private final @Nullable Class<?>[] locked;

    Touched(UnseenWays ways) {
        this.ways = ways;
        this.handled = ways.isEmpty() ? NONE : new Class<?>[REMEMBERED];
        this.locked = ways.isEmpty() ? NONE : new Class<?>[REMEMBERED];
    }

    /** A read of a volatile field, in the field's own space, or in {@link Space#DIRECT} where it was by handle. */
    void read(@Nullable Object object, int space) {
        if (ways.isEmpty()) {
            return;
        }
        if (space != Space.DIRECT) {
            bits |= ways.field(Space.fieldOf(space));
        } else if (object == null) {
            bits |= ways.byHandle(null);
        } else if (isNew(handled, object.getClass())) {
            bits |= ways.byHandle(object.getClass());
        }
    }

    /** The object's monitor was taken or let go of. */
    void monitor(Object object) {
        if (!ways.isEmpty() && isNew(locked, object.getClass())) {
            bits |= ways.byMonitor(object.getClass());
        }
    }

    private static boolean isNew(@Nullable Class<?>[] known, Class<?> type) {
        int slot = System.identityHashCode(type) & (REMEMBERED - 1);
        boolean fresh = known[slot] != type;
        known[slot] = type;
        return fresh;
    }

    boolean any(long wanted) {
        return (bits & wanted) != 0;
    }
}
