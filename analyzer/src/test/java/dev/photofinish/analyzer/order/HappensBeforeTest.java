package dev.photofinish.analyzer.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.photofinish.analyzer.fixture.Windows;
import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.FieldAccess.Kind;
import org.junit.jupiter.api.Test;

class HappensBeforeTest {
    private final Windows window = new Windows();
    private final int site = window.site("A", "m", 1, "A.f");

    @Test
    void order_releaseAndAcquire_ordersWhatIsBeforeAndAfter() {
        FieldAccess before = window.access(1, 1, site, 1, Kind.WRITE);
        FieldAccess afterRelease = window.access(1, 2, site, 1, Kind.WRITE);
        FieldAccess beforeAcquire = window.access(2, 1, site, 1, Kind.WRITE);
        FieldAccess after = window.access(2, 2, site, 1, Kind.WRITE);
        window.edge(1, 1, 2, 2);
        HappensBefore order = HappensBefore.replay(window.complete());
        assertThat(order.order(before, after)).isEqualTo(Order.BEFORE);
        assertThat(order.order(after, before)).isEqualTo(Order.AFTER);
        assertThat(order.order(before, beforeAcquire)).isEqualTo(Order.CONCURRENT);
        assertThat(order.order(afterRelease, after)).isEqualTo(Order.CONCURRENT);
    }

    @Test
    void order_handoffFromBeforeTheFirstEpoch_ordersNothing() {
        FieldAccess before = window.access(1, 1, site, 1, Kind.WRITE);
        FieldAccess after = window.access(2, 1, site, 1, Kind.WRITE);
        window.handoff("java.util.concurrent.locks.ReentrantLock", 1, 0, site, 2, 1, site, 1_000, 1_000);
        HappensBefore order = HappensBefore.replay(window.complete());
        assertThat(order.consistent()).isTrue();
        assertThat(order.order(before, after)).isEqualTo(Order.CONCURRENT);
    }

    @Test
    void order_chainOverAThirdThread_isFollowed() {
        FieldAccess first = window.access(1, 1, site, 1, Kind.WRITE);
        FieldAccess last = window.access(3, 2, site, 1, Kind.READ);
        window.edge(1, 1, 2, 2);
        window.edge(2, 2, 3, 2);
        assertThat(HappensBefore.replay(window.complete()).order(first, last)).isEqualTo(Order.BEFORE);
    }

    @Test
    void order_acquireAfterTheRelease_isNotPassedOn() {
        FieldAccess first = window.access(1, 1, site, 1, Kind.WRITE);
        FieldAccess last = window.access(3, 2, site, 1, Kind.READ);
        window.edge(1, 1, 2, 3);
        window.edge(2, 2, 3, 2);
        assertThat(HappensBefore.replay(window.complete()).order(first, last)).isEqualTo(Order.CONCURRENT);
    }

    @Test
    void order_oneAcquireFromSeveralReleasers_learnsFromEach() {
        FieldAccess one = window.access(1, 1, site, 1, Kind.READ);
        FieldAccess two = window.access(2, 1, site, 1, Kind.READ);
        FieldAccess writer = window.access(3, 2, site, 1, Kind.WRITE);
        window.edge(1, 1, 3, 2);
        window.edge(2, 1, 3, 2);
        HappensBefore order = HappensBefore.replay(window.complete());
        assertThat(order.order(one, writer)).isEqualTo(Order.BEFORE);
        assertThat(order.order(two, writer)).isEqualTo(Order.BEFORE);
        assertThat(order.order(one, two)).isEqualTo(Order.CONCURRENT);
    }

    @Test
    void order_cycleOfEdges_isUnknown() {
        FieldAccess one = window.access(1, 2, site, 1, Kind.WRITE);
        FieldAccess two = window.access(2, 2, site, 1, Kind.WRITE);
        window.edge(1, 2, 2, 2);
        window.edge(2, 2, 1, 2);
        HappensBefore order = HappensBefore.replay(window.complete());
        assertThat(order.consistent()).isFalse();
        assertThat(order.order(one, two)).isEqualTo(Order.UNKNOWN);
        assertThat(order.order(one, one)).isEqualTo(Order.UNKNOWN);
    }

    @Test
    void order_edgeFromAThreadToItsOwnPast_isUnknown() {
        FieldAccess one = window.access(1, 1, site, 1, Kind.WRITE);
        FieldAccess two = window.access(2, 1, site, 1, Kind.WRITE);
        window.edge(1, 3, 1, 2);
        assertThat(HappensBefore.replay(window.complete()).order(one, two)).isEqualTo(Order.UNKNOWN);
    }

    @Test
    void replay_chainOfAMillionHandoffs_needsNoDeepStack() {
        FieldAccess first = window.access(1, 1, site, 1, Kind.WRITE);
        int handoffs = 1_000_000;
        int[] epochs = {0, 1, 1};
        for (int i = 0; i < handoffs; i++) {
            int from = 1 + i % 2;
            int to = 3 - from;
            window.edge(from, epochs[from]++, to, ++epochs[to]);
        }
        FieldAccess last = window.access(2, epochs[2], site, 1, Kind.WRITE);
        assertThat(HappensBefore.replay(window.complete()).order(first, last)).isEqualTo(Order.BEFORE);
    }

    @Test
    void replay_aHundredThousandThreads_sharesTheirClocks() {
        int threads = 100_000;
        FieldAccess first = window.access(1, 1, site, 1, Kind.WRITE);
        for (int thread = 2; thread <= threads; thread++) {
            window.edge(thread - 1, thread == 2 ? 1 : 2, thread, 2);
            window.access(thread, 2, site, 1, Kind.WRITE);
        }
        FieldAccess last = window.access(threads, 2, site, 1, Kind.WRITE);
        HappensBefore order = HappensBefore.replay(window.complete());
        assertThat(order.order(first, last)).isEqualTo(Order.BEFORE);
        assertThat(order.known(threads, 2, threads / 2)).isEqualTo(2);
    }

    @Test
    void known_ofAPointWithoutAccess_isRefused() {
        window.access(1, 1, site, 1, Kind.WRITE);
        window.edge(1, 1, 2, 2);
        HappensBefore order = HappensBefore.replay(window.complete());
        assertThat(order.known(1, 1, 2)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> order.known(2, 2, 1))
                .withMessageContaining("2@2");
    }
}
