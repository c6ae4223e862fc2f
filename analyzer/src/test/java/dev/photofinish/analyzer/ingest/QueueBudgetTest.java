package dev.photofinish.analyzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QueueBudgetTest {
    @Test
    void fullQueue_isUnavailableForEverybody() {
        QueueBudget budget = new QueueBudget(100_000);
        budget.reserve("a", 50_000);
        budget.reserve("b", 50_000);

        assertThatThrownBy(() -> budget.reserve("c", 1))
                .isInstanceOfSatisfying(
                        ChunkRefusedException.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(503));
        assertThat(budget.full()).isTrue();

        budget.release("a", 50_000);
        budget.reserve("c", 1);
        assertThat(budget.full()).isFalse();
    }

    @Test
    void oneInstance_hasHalfOfIt() {
        QueueBudget budget = new QueueBudget(100_000);
        budget.reserve("a", 40_000);

        assertThatThrownBy(() -> budget.reserve("a", 20_000))
                .isInstanceOfSatisfying(
                        ChunkRefusedException.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(429));
        budget.reserve("b", 20_000);
    }

    @Test
    void firstChunkOfAnInstance_mayBeLargerThanItsShare() {
        new QueueBudget(100_000).reserve("a", 90_000);
    }

    @Test
    void tinyChunk_takesABlock() {
        QueueBudget budget = new QueueBudget(3 * 4096);
        budget.reserve("a", 1);
        budget.reserve("b", 1);
        budget.reserve("c", 1);

        assertThatThrownBy(() -> budget.reserve("d", 1)).isInstanceOf(ChunkRefusedException.class);
    }

    @Test
    void reservation_isCorrectedToWhatCame() {
        QueueBudget budget = new QueueBudget(100_000);
        budget.reserve("a", 100_000);
        budget.adjust("a", 100_000, 20_000);

        budget.reserve("b", 80_000);
        budget.release("a", 20_000);
        budget.release("b", 80_000);
        budget.reserve("c", 100_000);
    }
}
