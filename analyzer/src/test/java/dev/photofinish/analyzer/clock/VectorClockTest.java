package dev.photofinish.analyzer.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class VectorClockTest {
    @Property
    void clockOf_isTheLargestEpochRaised(@ForAll("epochs") List<Epoch> epochs) {
        Map<Integer, Integer> model = model(epochs);
        VectorClock clock = clock(epochs);
        for (Epoch epoch : epochs) {
            assertThat(clock.clockOf(epoch.thread())).isEqualTo(model.get(epoch.thread()));
            assertThat(clock.clockOf(epoch.thread() + 1)).isEqualTo(model.getOrDefault(epoch.thread() + 1, 0));
        }
    }

    @Property
    void join_isTheLeastClockThatCoversBoth(@ForAll("epochs") List<Epoch> left, @ForAll("epochs") List<Epoch> right) {
        Map<Integer, Integer> model = model(left);
        model(right).forEach((thread, clock) -> model.merge(thread, clock, Math::max));
        VectorClock joined = clock(left).join(clock(right));
        VectorClock reversed = clock(right).join(clock(left));
        model.forEach((thread, clock) -> {
            assertThat(joined.clockOf(thread)).isEqualTo(clock);
            assertThat(reversed.clockOf(thread)).isEqualTo(clock);
        });
    }

    @Property
    void join_keepsTheIdentityOfTheClockThatCoversTheOther(@ForAll("epochs") List<Epoch> epochs) {
        VectorClock clock = clock(epochs);
        VectorClock part = clock(epochs.subList(0, epochs.size() / 2));
        assertThat(clock.join(part)).isSameAs(clock);
        assertThat(clock.join(clock)).isSameAs(clock);
        assertThat(part.join(clock).clockOf(0)).isEqualTo(clock.clockOf(0));
    }

    @Property
    void raise_leavesTheOriginalAsItWas(@ForAll("epochs") List<Epoch> epochs, @ForAll("epoch") Epoch more) {
        VectorClock clock = clock(epochs);
        int before = clock.clockOf(more.thread());
        VectorClock raised = clock.raise(more);
        assertThat(clock.clockOf(more.thread())).isEqualTo(before);
        assertThat(raised.clockOf(more.thread())).isEqualTo(Math.max(before, more.clock()));
        assertThat(raised == clock).isEqualTo(before >= more.clock());
    }

    @Test
    void zero_coversNothingButTheTimeBeforeEverything() {
        assertThat(VectorClock.ZERO.covers(new Epoch(3, 1))).isFalse();
        assertThat(VectorClock.ZERO.covers(new Epoch(3, 0))).isTrue();
    }

    @Test
    void clockOf_negativeThread_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VectorClock.ZERO.clockOf(-1))
                .withMessageContaining("-1");
    }

    @Test
    void epoch_isWrittenAsInThePapers() {
        assertThat(new Epoch(2, 7)).hasToString("7@2");
        assertThatIllegalArgumentException().isThrownBy(() -> new Epoch(-1, 0));
    }

    @Provide
    Arbitrary<List<Epoch>> epochs() {
        return epoch().list().ofMinSize(1).ofMaxSize(40);
    }

    @Provide
    Arbitrary<Epoch> epoch() {
        Arbitrary<Integer> threads = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(30, 34),
                Arbitraries.integers().between(1022, 1026),
                Arbitraries.integers().between(0, Integer.MAX_VALUE - 1));
        return Combinators.combine(threads, Arbitraries.integers().between(1, 50))
                .as(Epoch::new);
    }

    private static VectorClock clock(List<Epoch> epochs) {
        VectorClock clock = VectorClock.ZERO;
        for (Epoch epoch : epochs) {
            clock = clock.raise(epoch);
        }
        return clock;
    }

    private static Map<Integer, Integer> model(List<Epoch> epochs) {
        Map<Integer, Integer> model = new TreeMap<>();
        epochs.forEach(epoch -> model.merge(epoch.thread(), epoch.clock(), Math::max));
        return model;
    }
}
