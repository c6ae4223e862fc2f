package dev.photofinish.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadShadowTest {
    private final ThreadShadow thread =
            new ThreadShadow(Thread.currentThread(), 0, 1, false, false, new EntryCount(), UnseenWays.NONE);

    @Test
    void threadsThatForgetEachOther_areBothKnownAfterAWhile() {
        for (int i = 0; i < 200; i++) {
            thread.learned(2, 5);
            thread.learned(18, 7);
        }
        assertThat(thread.knows(2, 5)).isTrue();
        assertThat(thread.knows(18, 7)).isTrue();
        assertThat(thread.knows(18, 8)).isFalse();
        assertThat(thread.knows(34, 1)).isFalse();
    }

    @Test
    void moreThreadsThanAreEverKnown_areForgotten() {
        for (int i = 0; i < 100_000; i++) {
            thread.learned(1 + i % 5_000, 1);
        }
        assertThat(thread.knows(5_000, 1)).isTrue();
        assertThat(thread.knows(1, 1)).isFalse();
    }
}
