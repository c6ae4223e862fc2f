package dev.photofinish.analyzer.lockorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.photofinish.analyzer.finding.Grade;
import dev.photofinish.analyzer.finding.LockCycle;
import dev.photofinish.analyzer.trace.LockHandoff;
import dev.photofinish.analyzer.trace.LockOrder;
import dev.photofinish.analyzer.trace.LockSetMember;
import dev.photofinish.analyzer.trace.Site;
import dev.photofinish.analyzer.trace.SiteDictionary;
import dev.photofinish.analyzer.trace.SyncEdge;
import dev.photofinish.analyzer.trace.TraceEvent;
import dev.photofinish.analyzer.trace.WindowCollector;
import dev.photofinish.analyzer.trace.WindowThread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LockOrderGraphTest {
    private static final int A = 1;
    private static final int B = 2;
    private static final int C = 3;
    private static final int GATE = 9;
    private static final int ONE = 1;
    private static final int OTHER = 2;
    private static final int THIRD = 3;

    private final SiteDictionary sites = new SiteDictionary();
    private final Map<String, RememberedOrder> remembered = new LinkedHashMap<>();
    private LockOrderGraph graph = new LockOrderGraph();
    private List<TraceEvent> events = new ArrayList<>();
    private Set<Integer> threads = new TreeSet<>();
    private long window = 1;
    private int sets;

    /** The thread takes the lock in its epoch, while it holds the others. */
    private void takes(int thread, int epoch, int lock, int... held) {
        int set = ++sets;
        for (int i = 0; i < held.length; i++) {
            events.add(new LockSetMember(window, set, i, held.length, held[i], held[i], "acme.Lock", held[i]));
            sites.learn(site(held[i]));
        }
        events.add(new LockOrder(window, thread, epoch, set, lock, "acme.Lock", lock, 0, List.of()));
        sites.learn(site(lock));
        threads.add(thread);
    }

    private static Site site(int lock) {
        return new Site(lock, "acme.Locks", "take" + lock, "()V", lock, "", "monitor enter");
    }

    private List<LockCycle> cycles() {
        return cycles(1_000);
    }

    private List<LockCycle> cycles(int room) {
        for (int thread : threads) {
            events.add(new WindowThread(window, thread, "thread-" + thread, 0, 100 + thread, false));
        }
        WindowCollector collector = new WindowCollector(room, 10);
        events.forEach(collector::add);
        events = new ArrayList<>();
        threads = new TreeSet<>();
        window++;
        LockOrderGraph.Found found = graph.add(collector.takeAll().get(0), sites);
        found.orders().forEach(order -> remembered.merge(order.taken().key(), order, LockOrderGraphTest::both));
        return found.cycles();
    }

    /** As the store keeps one that was seen again. */
    private static RememberedOrder both(RememberedOrder first, RememberedOrder later) {
        return new RememberedOrder(first.firstWindow(), later.lastWindow(), first.taken());
    }

    /** The analyzer is another process, which knows what was stored. */
    private void restart() {
        graph = new LockOrderGraph();
        graph.remember(remembered.values());
    }

    @Test
    void oppositeOrders_areACycle() {
        takes(ONE, 1, B, A);
        takes(OTHER, 1, A, B);
        assertThat(cycles()).singleElement().satisfies(cycle -> {
            assertThat(cycle.grade()).isEqualTo(Grade.HIGH);
            assertThat(cycle.steps())
                    .extracting(LockCycle.Step::thread, LockCycle.Step::held, LockCycle.Step::acquiredAt)
                    .containsExactly(
                            tuple("thread-1", "acme.Lock@1", "acme.Locks.take2:2"),
                            tuple("thread-2", "acme.Lock@2", "acme.Locks.take1:1"));
        });
    }

    @Test
    void oneOrder_isNone() {
        takes(ONE, 1, B, A);
        takes(OTHER, 1, B, A);
        assertThat(cycles()).isEmpty();
    }

    @Test
    void oneThread_cannotMeetItself() {
        takes(ONE, 1, B, A);
        takes(ONE, 5, A, B);
        assertThat(cycles()).isEmpty();
    }

    @Test
    void gateLock_keepsTheThreadsApart() {
        takes(ONE, 1, B, GATE, A);
        takes(OTHER, 1, A, GATE, B);
        assertThat(cycles()).isEmpty();
    }

    @Test
    void gateLockOfOneThreadOnly_doesNot() {
        takes(ONE, 1, B, GATE, A);
        takes(OTHER, 1, A, B);
        assertThat(cycles()).hasSize(1);
    }

    @Test
    void joinBetween_ordersThem() {
        takes(ONE, 1, B, A);
        takes(OTHER, 7, A, B);
        events.add(new SyncEdge(window, 1, ONE, 4, OTHER, 6));
        assertThat(cycles()).isEmpty();
    }

    @Test
    void handoffBetween_saysOnlyWhoWasFirst() {
        takes(ONE, 1, B, A);
        takes(OTHER, 7, A, B);
        events.add(new LockHandoff(
                window, 1, "acme.Lock", 1, ONE, 4, 0, OTHER, 6, 0, 0, 0, 0, 0, 0, LockHandoff.UNKNOWN, false, 0));
        assertThat(cycles()).hasSize(1);
    }

    @Test
    void threeLocksInACircle_areACycle() {
        takes(ONE, 1, B, A);
        takes(OTHER, 1, C, B);
        takes(THIRD, 1, A, C);
        assertThat(cycles())
                .singleElement()
                .satisfies(cycle -> assertThat(cycle.steps())
                        .extracting(LockCycle.Step::acquired)
                        .containsExactly("acme.Lock@2", "acme.Lock@3", "acme.Lock@1"));
    }

    @Test
    void lockBelowTheLast_countsToo() {
        takes(ONE, 1, C, A, B);
        takes(OTHER, 1, A, C);
        assertThat(cycles())
                .singleElement()
                .satisfies(cycle -> assertThat(cycle.steps())
                        .extracting(LockCycle.Step::held)
                        .containsExactly("acme.Lock@1", "acme.Lock@3"));
    }

    @Test
    void ordersByTurns_areACycleThatIsLessSure() {
        takes(ONE, 1, B, A);
        threads.add(OTHER);
        assertThat(cycles()).isEmpty();
        takes(OTHER, 1, A, B);
        threads.add(ONE);
        assertThat(cycles()).isEmpty();
        takes(ONE, 1, B, A);
        threads.add(OTHER);
        assertThat(cycles())
                .singleElement()
                .satisfies(cycle -> assertThat(cycle.grade()).isEqualTo(Grade.MEDIUM));
    }

    @Test
    void ordersByTurns_areACycleAfterARestartToo() {
        takes(ONE, 1, B, A);
        threads.add(OTHER);
        assertThat(cycles()).isEmpty();
        restart();
        takes(OTHER, 1, A, B);
        threads.add(ONE);
        assertThat(cycles()).isEmpty();
        restart();
        takes(ONE, 1, B, A);
        threads.add(OTHER);
        assertThat(cycles()).singleElement().satisfies(cycle -> {
            assertThat(cycle.grade()).isEqualTo(Grade.MEDIUM);
            assertThat(cycle.steps())
                    .extracting(LockCycle.Step::thread, LockCycle.Step::held, LockCycle.Step::acquiredAt)
                    .containsExactly(
                            tuple("thread-1", "acme.Lock@1", "acme.Locks.take2:2"),
                            tuple("thread-2", "acme.Lock@2", "acme.Locks.take1:1"));
        });
    }

    @Test
    void gateLock_isRememberedOverARestart() {
        takes(ONE, 1, B, GATE, A);
        threads.add(OTHER);
        assertThat(cycles()).isEmpty();
        takes(OTHER, 1, A, GATE, B);
        threads.add(ONE);
        assertThat(cycles()).isEmpty();
        restart();
        takes(ONE, 1, B, GATE, A);
        threads.add(OTHER);
        assertThat(cycles()).isEmpty();
    }

    @Test
    void ordersOfOneWindowThatIsGone_areOfUnknownOrder() {
        takes(ONE, 1, B, A);
        takes(OTHER, 7, A, B);
        events.add(new SyncEdge(window, 1, ONE, 4, OTHER, 6));
        assertThat(cycles()).isEmpty();
        restart();
        takes(THIRD, 1, C, A);
        threads.add(ONE);
        threads.add(OTHER);
        assertThat(cycles()).isEmpty();
    }

    @Test
    void oneThread_isTheSameAfterARestart() {
        takes(ONE, 1, B, A);
        assertThat(cycles()).isEmpty();
        takes(ONE, 1, A, B);
        assertThat(cycles()).isEmpty();
        restart();
        takes(ONE, 1, B, A);
        assertThat(cycles()).isEmpty();
    }

    @Test
    void threadsThatDidNotLiveTogether_cannotMeetAfterARestart() {
        for (int thread = 1; thread < 6; thread += 2) {
            takes(thread, 1, B, A);
            assertThat(cycles()).isEmpty();
            restart();
            takes(thread + 1, 1, A, B);
            assertThat(cycles()).isEmpty();
            restart();
        }
    }

    @Test
    void orderOfThePast_isNone() {
        takes(ONE, 1, B, A);
        threads.add(OTHER);
        assertThat(cycles()).isEmpty();
        for (int i = 0; i < 3; i++) {
            takes(OTHER, 1, A, B);
            threads.add(ONE);
            assertThat(cycles()).isEmpty();
        }
    }

    @Test
    void threadsThatDidNotLiveTogether_cannotMeet() {
        for (int thread = 1; thread < 6; thread += 2) {
            takes(thread, 1, B, A);
            assertThat(cycles()).isEmpty();
            takes(thread + 1, 1, A, B);
            assertThat(cycles()).isEmpty();
        }
    }

    @Test
    void moreOrdersThanThereIsRoomFor_forgetTheOldest() {
        takes(ONE, 1, B, A);
        for (int lock = 10; lock < 30_010; lock++) {
            takes(THIRD, 1, lock + 1, lock);
        }
        takes(OTHER, 1, A, B);
        takes(OTHER, 1, 30_009, 30_010);
        assertThat(cycles(200_000))
                .singleElement()
                .satisfies(cycle -> assertThat(cycle.steps())
                        .extracting(LockCycle.Step::thread)
                        .containsExactlyInAnyOrder("thread-2", "thread-3"));
    }

    @Test
    void setsThatNobodyHolds_areLeftOut() {
        takes(ONE, 1, B, IntStream.rangeClosed(100, 200).toArray());
        takes(OTHER, 1, 100, B);
        assertThat(cycles()).isEmpty();
    }

    @Test
    void fingerprint_isTheSameWhereverTheCycleBegins() {
        takes(ONE, 1, B, A);
        takes(OTHER, 1, A, B);
        String first = cycles().get(0).fingerprint();
        takes(OTHER, 1, A, B);
        takes(ONE, 1, B, A);
        assertThat(cycles()).singleElement().extracting(LockCycle::fingerprint).isEqualTo(first);
    }
}
