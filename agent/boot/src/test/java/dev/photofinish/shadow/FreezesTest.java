package dev.photofinish.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class FreezesTest {
    private static final int ROOM = 80;

    private final Shadow shadow = new Shadow(1, new ShadowLimits(8, 1_000, ROOM, true, 0, 512, 0));
    private final ThreadShadow maker =
            new ThreadShadow(new Thread(), 1, 1, false, false, new EntryCount(), UnseenWays.NONE);
    private final ThreadShadow reader =
            new ThreadShadow(new Thread(), 2, 2, false, false, new EntryCount(), UnseenWays.NONE);

    @Test
    void objectWithSharedClock_isKnownAfterTheTableHasEmptied() {
        WeakReference<Object> first = fill();
        Object late = new Object();
        Freezes.freeze(shadow, maker, late, Space.FREEZE, 0);
        int frozenIn = maker.epoch - 1;
        while (first.get() != null) {
            System.gc();
        }
        shadow.sweep();
        assertThat(shadow.findSync(late, Space.FREEZE)).as("a clock of its own").isNull();

        Freezes.reach(shadow, reader, late, Space.FREEZE, 0);

        assertThat(reader.frozen.knows(maker.number, frozenIn)).isTrue();
    }

    @Test
    void firstObjects_haveClocksOfTheirOwn() {
        Object object = new Object();
        Freezes.freeze(shadow, maker, object, Space.FREEZE, 0);
        Object other = new Object();
        Freezes.freeze(shadow, maker, other, Space.FREEZE, 0);

        Freezes.reach(shadow, reader, object, Space.FREEZE, 0);

        assertThat(reader.frozen.knows(maker.number, 1)).isTrue();
        assertThat(reader.frozen.knows(maker.number, 2)).isFalse();
    }

    /** Half of the room, by objects that nobody keeps. */
    private WeakReference<Object> fill() {
        WeakReference<Object> first = new WeakReference<>(new Object());
        for (int i = 0; i < ROOM / 2; i++) {
            Object object = i == 0 ? first.get() : new Object();
            if (object != null) {
                Freezes.freeze(shadow, maker, object, Space.FREEZE, 0);
            }
        }
        return first;
    }
}
