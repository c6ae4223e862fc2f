package dev.photofinish.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.photofinish.shadow.AccessCounts;
import dev.photofinish.site.FieldInfo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FieldChooserTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    private final FieldLedger ledger = new FieldLedger();

    private static List<FieldInfo> fields(int count) {
        List<FieldInfo> fields = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            fields.add(new FieldInfo(id, "com/acme/Thing", "field" + id, 0));
        }
        return fields;
    }

    private static BitSet set(int... ids) {
        BitSet set = new BitSet();
        for (int id : ids) {
            set.set(id);
        }
        return set;
    }

    /** Counts of a window in which each field was accessed that often. */
    private static AccessCounts counts(int... accesses) {
        AccessCounts counts = new AccessCounts(accesses.length);
        for (int field = 1; field <= accesses.length; field++) {
            for (int i = 0; i < accesses[field - 1]; i++) {
                counts.add(1, field);
            }
        }
        return counts;
    }

    private FieldChooser chooser(int most) {
        return new FieldChooser(ledger, most, new Random(1));
    }

    @Test
    void choose_roomForAll_takesAll() {
        assertThat(chooser(10).choose(fields(3), 0, 0)).isEqualTo(set(1, 2, 3));
    }

    @Test
    void choose_sessionAfterSession_looksAtWhatWasLookedAtLeast() {
        BitSet first = chooser(2).choose(fields(4), 0, MINUTE);
        ledger.add(first, counts(0, 0, 0, 0), 10 * SECOND, SECOND, true);
        BitSet second = chooser(2).choose(fields(4), 1, MINUTE);
        assertThat(second.cardinality()).isEqualTo(2);
        assertThat(second.intersects(first)).isFalse();
    }

    @Test
    void choose_incompleteWindows_countForNothing() {
        ledger.add(set(1), counts(0), 10 * SECOND, SECOND, false);
        assertThat(ledger.coverage(1, MINUTE)).isZero();
    }

    @Test
    void choose_equallyLookedAt_prefersTheCold() {
        ledger.add(set(1, 2, 3), counts(100_000, 3, 50_000), SECOND, SECOND, true);
        assertThat(chooser(1).choose(fields(3), 1, MINUTE)).isEqualTo(set(2));
    }

    @Test
    void choose_hotFields_stopsAtTheAccessesThatAreAllowed() {
        // A tenth of a second of CPU: ten times as many in a second.
        ledger.add(set(1, 2, 3), counts(150_000, 140_000, 30_000), SECOND, SECOND / 10, true);
        assertThat(chooser(10).choose(fields(3), 1, MINUTE)).isEqualTo(set(2, 3));
    }

    @Test
    void shed_tooManyAccesses_refusesTheHottestForAWhile() {
        ledger.add(set(1, 2, 3), counts(300_000, 100_000, 1_000), SECOND, SECOND / 10, true);
        BitSet rest = chooser(10).shed(set(1, 2, 3), 0, FieldChooser.MOST_ACCESSES);
        assertThat(rest).isEqualTo(set(2, 3));
        assertThat(chooser(10).choose(fields(3), 1, MINUTE)).isEqualTo(set(2, 3));
        assertThat(chooser(10).choose(fields(3), 6, MINUTE)).isEqualTo(set(1, 2, 3));
    }

    @Test
    void rate_shortWindows_isTakenOverManyOfThem() {
        for (int window = 0; window < 9; window++) {
            ledger.add(set(1), counts(10), SECOND, SECOND / 100, true);
        }
        assertThat(ledger.rate(1)).isZero();
        ledger.add(set(1), counts(10), SECOND, SECOND / 100, true);
        assertThat(ledger.rate(1)).isEqualTo(1_000, within(1e-6));
    }

    @Test
    void shed_fewAccesses_keepsAll() {
        ledger.add(set(1, 2), counts(10, 20), SECOND, SECOND, true);
        assertThat(chooser(10).shed(set(1, 2), 0, FieldChooser.MOST_ACCESSES)).isEqualTo(set(1, 2));
    }

    @Test
    void coverage_tenthOfTheTimeForAMinute_isATenth() {
        ledger.add(set(1), counts(0), 6 * SECOND, SECOND, true);
        assertThat(ledger.coverage(1, MINUTE)).isEqualTo(0.1, within(1e-9));
        assertThat(ledger.coverage(1, 10 * MINUTE)).isEqualTo(1 - Math.pow(0.99, 10), within(1e-9));
        assertThat(ledger.coverage(fields(2), MINUTE)).isEqualTo(0.05, within(1e-9));
    }
}
