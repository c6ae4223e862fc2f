package dev.photofinish.weave;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FencedAccessesTest {
    private final FencedAccesses accesses = new FencedAccesses();

    @Test
    void readsBeforeAnAcquireFence_areFenced() {
        accesses.access(false);
        accesses.access(true);
        accesses.fence("acquireFence");
        accesses.access(false);
        assertThat(accesses.contains(0)).isTrue();
        assertThat(accesses.contains(1)).isFalse();
        assertThat(accesses.contains(2)).isFalse();
    }

    @Test
    void writesAfterAReleaseFence_areFenced() {
        accesses.access(true);
        accesses.fence("releaseFence");
        accesses.access(true);
        accesses.access(false);
        assertThat(accesses.contains(0)).isFalse();
        assertThat(accesses.contains(1)).isTrue();
        assertThat(accesses.contains(2)).isFalse();
    }

    @Test
    void fenceThatOnlyAcquires_leavesTheReleaseBeforeItInForce() {
        accesses.fence("releaseFence");
        accesses.fence("acquireFence");
        accesses.access(true);
        assertThat(accesses.contains(0)).isTrue();
    }

    @Test
    void jump_endsWhatAFenceReaches() {
        accesses.access(false);
        accesses.jump();
        accesses.fence("fullFence");
        accesses.jump();
        accesses.access(true);
        assertThat(accesses.contains(0)).isFalse();
        assertThat(accesses.contains(1)).isFalse();
    }
}
