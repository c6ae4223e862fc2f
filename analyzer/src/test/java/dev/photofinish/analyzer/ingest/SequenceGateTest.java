package dev.photofinish.analyzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.ingest.SequenceGate.Turn;
import dev.photofinish.analyzer.store.ChunkKey;
import dev.photofinish.analyzer.store.ChunkReceipt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SequenceGateTest {
    private static final long WAIT_MILLIS = 1000;
    private static final int WAIT_CHUNKS = 4;

    @Test
    void chunksInOrder_passAtOnce() {
        SequenceGate gate = gate(0);
        add(gate, 1, 2, 3);

        assertThat(passed(gate, 0)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void chunksOutOfOrder_passInOrder() {
        SequenceGate gate = gate(0);
        add(gate, 3, 2);
        assertThat(passed(gate, 0)).isEmpty();

        add(gate, 1);

        assertThat(passed(gate, 10)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void missingChunk_isWaitedForThenGivenUp() {
        SequenceGate gate = gate(5);
        add(gate, 8);
        assertThat(gate.poll(100)).isNull();
        assertThat(gate.poll(100 + WAIT_MILLIS - 1)).isNull();

        Turn turn = turn(gate, 100 + WAIT_MILLIS);

        assertThat(turn.chunk().key().sequence()).isEqualTo(8);
        assertThat(turn.missingFrom()).isEqualTo(5);
        assertThat(turn.missing()).isEqualTo(3);
    }

    @Test
    void missingChunk_isGivenUpWhenTooManyWait() {
        SequenceGate gate = gate(5);
        add(gate, 6, 7, 8);
        assertThat(gate.poll(0)).isNull();

        add(gate, 9);

        assertThat(turn(gate, 0).missing()).isEqualTo(1);
        assertThat(passed(gate, 0)).containsExactly(7L, 8L, 9L);
    }

    @Test
    void secondGap_isWaitedForAnew() {
        SequenceGate gate = gate(1);
        add(gate, 2, 4);
        assertThat(gate.poll(0)).isNull();
        assertThat(turn(gate, WAIT_MILLIS).chunk().key().sequence()).isEqualTo(2);

        assertThat(gate.poll(WAIT_MILLIS)).isNull();
        assertThat(turn(gate, 2 * WAIT_MILLIS).missing()).isEqualTo(1);
    }

    @Test
    void streamJoinedInItsMiddle_missesNothing() {
        SequenceGate gate = gate(0);
        add(gate, 40);
        assertThat(gate.poll(0)).isNull();

        Turn turn = turn(gate, WAIT_MILLIS);

        assertThat(turn.missing()).isZero();
        assertThat(turn.missingFrom()).isZero();
    }

    @Test
    void chunkThatWasGivenUp_isLate() {
        SequenceGate gate = gate(5);
        add(gate, 6);
        assertThat(gate.poll(0)).isNull();
        assertThat(turn(gate, WAIT_MILLIS).late()).isFalse();

        add(gate, 5);

        assertThat(turn(gate, WAIT_MILLIS).late()).isTrue();
        add(gate, 7);
        assertThat(turn(gate, WAIT_MILLIS).late()).isFalse();
    }

    private static SequenceGate gate(long next) {
        return new SequenceGate(next, WAIT_MILLIS, WAIT_CHUNKS);
    }

    private static void add(SequenceGate gate, long... sequences) {
        for (long sequence : sequences) {
            gate.add(new ChunkReceipt(new ChunkKey("jvm", sequence), "shop", 100, 1));
        }
    }

    private static Turn turn(SequenceGate gate, long nowMillis) {
        Turn turn = gate.poll(nowMillis);
        if (turn == null) {
            throw new AssertionError("no turn at " + nowMillis);
        }
        return turn;
    }

    private static List<Long> passed(SequenceGate gate, long nowMillis) {
        List<Long> passed = new ArrayList<>();
        for (@Nullable Turn turn = gate.poll(nowMillis); turn != null; turn = gate.poll(nowMillis)) {
            passed.add(turn.chunk().key().sequence());
        }
        return passed;
    }
}
