package dev.photofinish.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.shadow.AccessCounts;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class FieldLedgerTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int FIELD = 3;

    private final FieldLedger ledger = new FieldLedger();

    private void look(int accesses, long nanos) {
        AccessCounts counts = new AccessCounts(FIELD);
        for (int i = 0; i < accesses; i++) {
            counts.add(1, FIELD);
        }
        BitSet watched = new BitSet();
        watched.set(FIELD);
        ledger.look(watched, counts, nanos);
    }

    @Test
    void field_ofWhichNothingIsKnown_isNeitherColdNorWarm() {
        assertThat(ledger.isCold(FIELD, 0)).isFalse();
        assertThat(ledger.isWarm(FIELD)).isFalse();
    }

    @Test
    void field_withoutAccesses_isColdOnceItWasLookedAtForLongEnough() {
        look(0, SECOND / 2);
        assertThat(ledger.isCold(FIELD, SECOND)).isFalse();
        look(0, SECOND / 2);
        assertThat(ledger.isCold(FIELD, SECOND)).isTrue();
    }

    @Test
    void field_accessedMoreThanOnceInASecondOfWindow_isNotCold() {
        look(2, 2 * SECOND);
        assertThat(ledger.isCold(FIELD, SECOND)).isTrue();
        look(1, 0);
        assertThat(ledger.isCold(FIELD, SECOND)).isFalse();
        assertThat(ledger.isWarm(FIELD)).isFalse();
        look(200, 0);
        assertThat(ledger.isWarm(FIELD)).isTrue();
    }

    @Test
    void field_thatWasHotLongAgo_becomesColdAgain() {
        look(10_000, SECOND);
        assertThat(ledger.isWarm(FIELD)).isTrue();
        for (int i = 0; i < 600; i++) {
            look(0, SECOND);
        }
        assertThat(ledger.isCold(FIELD, SECOND)).isTrue();
    }
}
