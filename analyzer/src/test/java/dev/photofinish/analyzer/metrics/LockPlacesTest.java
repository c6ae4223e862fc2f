package dev.photofinish.analyzer.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.store.Samples;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LockPlacesTest {
    private static final int SEATS = 2;

    private final LockPlaces places = new LockPlaces(new LabelBound(10), SEATS);

    @Test
    void placesBeyondTheSeats_areOther() {
        waited("a", 100);
        waited("b", 100);
        waited("c", 50);
        waited("d", 60);

        assertThat(waitsBySite()).isEqualTo(Map.of("a", 1L, "b", 1L, "other", 2L));
    }

    @Test
    void placeThatOutgrowsTheSmallest_takesItsSeatAndBeginsAtZero() {
        waited("a", 100);
        waited("b", 10);
        waited("c", 15);
        assertThat(waitsBySite()).containsOnlyKeys("a", "b", "other");

        waited("c", 15);

        assertThat(waitsBySite()).isEqualTo(Map.of("a", 1L, "c", 1L, "other", 1L));
        waited("b", 1);
        assertThat(waitsBySite()).isEqualTo(Map.of("a", 1L, "c", 1L, "other", 2L));
    }

    @Test
    void otherNeverFalls_whateverComes() {
        long other = 0;
        for (int i = 0; i < 1000; i++) {
            waited("site-" + (i * 7919 % 131), 1 + i * 31 % 977);
            long now = waitsBySite().getOrDefault("other", 0L);
            assertThat(now).isGreaterThanOrEqualTo(other);
            other = now;
            assertThat(waitsBySite()).hasSizeLessThanOrEqualTo(SEATS + 1);
        }
    }

    @Test
    void waitsAndHandoffs_areNotAddedToEachOther() {
        places.add("shop", Samples.waits("a", 2, 1_000_000_000));
        places.add("shop", Samples.handoff("a", 3, 1_000_000_000, 2_000_000_000));

        places.forEach((place, totals) -> {
            assertThat(totals.waits()).isEqualTo(2);
            assertThat(totals.waitSeconds()).isEqualTo(2);
            assertThat(totals.handoffs()).isEqualTo(3);
            assertThat(totals.holdSeconds()).isEqualTo(6);
        });
    }

    private void waited(String site, long nanos) {
        places.add("shop", Samples.waits(site, 1, nanos));
    }

    private Map<String, Long> waitsBySite() {
        Map<String, Long> waits = new HashMap<>();
        places.forEach((place, totals) -> waits.put(place.site(), totals.waits()));
        return waits;
    }
}
