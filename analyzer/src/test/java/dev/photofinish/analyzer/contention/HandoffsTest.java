package dev.photofinish.analyzer.contention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.LockQueue;
import dev.photofinish.analyzer.finding.LockQueue.Blocker;
import dev.photofinish.analyzer.finding.LockQueue.GuardedField;
import dev.photofinish.analyzer.finding.LockQueue.HolderPause;
import dev.photofinish.analyzer.finding.LockSides;
import dev.photofinish.analyzer.finding.PauseKind;
import dev.photofinish.analyzer.fixture.Windows;
import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.LockHandoff;
import dev.photofinish.analyzer.trace.ThreadPause;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made of the handoffs of a window: queues, convoys, and who made whom wait. Times in nanoseconds. */
class HandoffsTest {
    private static final String LOCK = "acme.Lock";
    private static final String OTHER = "acme.Other";
    private static final int MS = 1_000_000;

    private final Windows window = new Windows();
    private final Pauses pauses = new Pauses();
    private final int enter = window.lockSite("acme.Shop", "sell", 12, "monitor enter");
    private final int exit = window.lockSite("acme.Shop", "restock", 30, "monitor exit");
    private final int otherEnter = window.lockSite("acme.Depot", "order", 7, "monitor enter");
    private final int otherExit = window.lockSite("acme.Depot", "count", 9, "monitor exit");

    @Test
    void rows_queue_hasLatencyWaitersAndTheLongestHold() {
        window.handoff(LOCK, 1, 1, exit, 2, enter, 40, 100, 3, 5, 1_000);
        window.handoff(LOCK, 1, 2, exit, 3, enter, 60, 30, 2, 15, 1_100);
        window.handoff(LOCK, 1, 3, exit, 1, enter, 0, 10, 0, 0, 2_000);
        LockQueue queue = queue("acme.Shop.sell:12");
        assertThat(queue)
                .extracting(
                        LockQueue::free,
                        LockQueue::latencyNanos,
                        LockQueue::maxLatencyNanos,
                        LockQueue::maxWaiters,
                        LockQueue::maxHoldNanos,
                        LockQueue::convoys)
                .containsExactly(1L, 20L, 15L, 3, 100L, 0L);
    }

    @Test
    void rows_wallClock_isTheTimeInWhichAnyoneWaited() {
        window.handoff(LOCK, 1, 1, exit, 2, enter, 400, 100, 2, 0, 1_000);
        window.handoff(LOCK, 1, 2, exit, 3, enter, 400, 100, 1, 0, 1_100);
        assertThat(row("acme.Shop.sell:12").waitNanos()).isEqualTo(800);
        assertThat(row("acme.Shop.sell:12").contendedNanos()).isEqualTo(500);
    }

    @Test
    void blockers_ofAWaitBehindTwoHolders_shareIt() {
        // Thread 3 asks at 0 and has it at 1000: thread 1 held it until 600, thread 2 from 610 to 1000.
        window.handoff(LOCK, 1, 1, exit, 2, enter, 500, 600, 2, 10, 610);
        window.handoff(LOCK, 1, 2, exit, 3, enter, 1_000, 390, 1, 0, 1_000);
        window.handoff(LOCK, 1, 3, exit, 4, otherEnter, 0, 1, 0, 0, 5_000);
        assertThat(queue("acme.Shop.sell:12").blockers())
                .containsExactly(
                        // 490 of the wait of thread 2 and 600 of that of thread 3.
                        new Blocker(1, LOCK, "acme.Shop.restock:30", "thread-1", 490 + 600),
                        new Blocker(1, LOCK, "acme.Shop.restock:30", "thread-2", 390));
    }

    @Test
    void blockers_holderThatWaitsItself_isNotBlamedForThat() {
        // Thread 2 holds the lock from 0 to 1000, and waits from 100 to 800 for the other one, which thread 1 has.
        window.handoff(OTHER, 2, 1, otherExit, 2, otherEnter, 700, 900, 1, 0, 800);
        window.handoff(LOCK, 1, 2, exit, 3, enter, 950, 1_000, 1, 0, 1_000);
        assertThat(queue("acme.Shop.sell:12").blockers())
                .containsExactly(
                        new Blocker(2, OTHER, "acme.Depot.count:9", "thread-1", 700),
                        new Blocker(1, LOCK, "acme.Shop.restock:30", "thread-2", 250));
        assertThat(Advice.of(row("acme.Shop.sell:12")))
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("74 %", "thread \"thread-1\" had acme.Other", "acme.Depot.count:9"));
    }

    @Test
    void blockers_waitsThatBiteTheirTail_end() {
        window.handoff(LOCK, 1, 1, exit, 2, enter, 1_000, 1_000, 1, 0, 1_000);
        window.handoff(OTHER, 2, 2, otherExit, 1, otherEnter, 1_000, 1_000, 1, 0, 1_000);
        assertThat(rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.waitNanos()).isEqualTo(1_000));
    }

    @Test
    void convoy_queueOverManyShortHolds_isOne() {
        for (int i = 0; i < 30; i++) {
            window.handoff(LOCK, 1, 1 + i % 4, exit, 1 + (i + 1) % 4, enter, 300, 100, 3, 1, 100L * i + 1_000);
        }
        assertThat(queue("acme.Shop.sell:12").convoys()).isEqualTo(1);
        assertThat(queue("acme.Shop.sell:12").longestConvoy()).isEqualTo(30);
    }

    @Test
    void convoy_ofAQueueThatEmptiesBetween_isNone() {
        for (int i = 0; i < 30; i++) {
            int waiters = i % 10 == 9 ? 1 : 3;
            window.handoff(LOCK, 1, 1 + i % 4, exit, 1 + (i + 1) % 4, enter, 300, 100, waiters, 1, 100L * i + 1_000);
        }
        assertThat(queue("acme.Shop.sell:12").convoys()).isZero();
    }

    @Test
    void convoy_ofTwoLocksOfOneClass_isNotMixed() {
        for (int i = 0; i < 30; i++) {
            window.handoff(LOCK, i % 2, 1 + i % 4, exit, 1 + (i + 1) % 4, enter, 300, 100, 3, 1, 100L * i + 1_000);
        }
        assertThat(queue("acme.Shop.sell:12").convoys()).isZero();
    }

    @Test
    void starvation_waiterThatOthersOvertake_isToldWithItsFigures() {
        window.handoff(LOCK, 1, 1, exit, 2, enter, 400, 100, 1, 5, 3, LockHandoff.UNKNOWN, false, 1_000);
        window.handoff(LOCK, 1, 1, exit, 3, enter, 900, 100, 1, 5, 40, LockHandoff.UNKNOWN, false, 3_000);
        assertThat(queue("acme.Shop.sell:12"))
                .extracting(LockQueue::overtaken, LockQueue::maxOvertaken)
                .containsExactly(43L, 40);
        assertThat(Advice.of(row("acme.Shop.sell:12")))
                .anySatisfy(sentence -> assertThat(sentence).contains("43 times, up to 40 times in one of 2 waits"));
    }

    @Test
    void waiterThatFewOvertake_doesNotStarve() {
        window.handoff(LOCK, 1, 1, exit, 2, enter, 400, 100, 1, 5, 3, LockHandoff.UNKNOWN, false, 1_000);
        assertThat(Advice.of(row("acme.Shop.sell:12")))
                .noneSatisfy(sentence -> assertThat(sentence).contains("starves"));
    }

    @Test
    void sidesOfAReadWriteLock_areToldApart() {
        String lock = "java.util.concurrent.locks.ReentrantReadWriteLock";
        int other = window.lockSite("acme.Shop", "show", 30, "Lock.lock");
        window.handoff(lock, 1, 1, exit, 2, enter, 900, 100, 1, 5, 40, LockHandoff.UNKNOWN, false, 1_000);
        window.handoff(lock, 1, 1, exit, 3, other, 100, 100, 1, 5, 0, LockHandoff.UNKNOWN, true, 2_000);
        window.handoff(lock, 1, 1, exit, 3, other, 300, 100, 1, 5, 0, LockHandoff.UNKNOWN, true, 3_000);
        window.handoff(lock, 2, 1, exit, 3, other, 7, 100, 1, 5, 0, LockHandoff.UNKNOWN, true, 4_000);
        assertThat(queue("acme.Shop.sell:12").sides()).isEqualTo(new LockSides(0, 2, 400, 1, 900));
        assertThat(queue("acme.Shop.show:30").sides()).isEqualTo(new LockSides(3, 3, 407, 1, 900));
        assertThat(Advice.of(row("acme.Shop.sell:12")))
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains(
                                "Waits to write took 0.9 us on average (1 of them), waits to read of the same locks 0.2 us"
                                        + " on average (2 of them): writers starve."));
        assertThat(Advice.of(row("acme.Shop.show:30"))).noneMatch(sentence -> sentence.contains("starve"));
    }

    @Test
    void idleWorker_thatWaitsByASemaphore_isNoContention() {
        int idle = window.lockSite(
                "org.eclipse.jetty.util.thread.ReservedThreadExecutor$ReservedThread",
                "waitForTask",
                357,
                "Semaphore.acquire");
        window.handoff("java.util.concurrent.Semaphore", 1, 1, exit, 2, idle, 400, 0, 1, 5, 1_000);
        assertThat(rows()).extracting(Contention::kind).containsExactly("pool-idle");
    }

    @Test
    void allocation_isAddedUpWhereItIsKnown() {
        for (int i = 0; i < 8; i++) {
            window.handoff(LOCK, 1, 1, exit, 2, enter, 400, 1_000, 1, 5, 0, 3_000, false, 1_000L * i);
        }
        window.handoff(LOCK, 1, 1, exit, 2, enter, 400, 1_000, 1, 5, 0, LockHandoff.UNKNOWN, false, 9_000);
        assertThat(queue("acme.Shop.sell:12"))
                .extracting(LockQueue::allocatedBytes, LockQueue::allocatedHolds, LockQueue::allocatedHoldNanos)
                .containsExactly(24_000L, 8L, 8_000L);
        assertThat(Advice.of(row("acme.Shop.sell:12")))
                .anySatisfy(sentence ->
                        assertThat(sentence).contains("allocated 24.0 KB", "3.0 KB in each of 8 holds: 3.0 GB/s"));
    }

    @Test
    void allocation_ofLittleBesideTheTime_isNoAdvice() {
        for (int i = 0; i < 8; i++) {
            window.handoff(LOCK, 1, 1, exit, 2, enter, 400, 100_000, 1, 5, 0, 3_000, false, 1_000L * i);
        }
        assertThat(Advice.of(row("acme.Shop.sell:12"))).noneMatch(sentence -> sentence.contains("allocated"));
    }

    @Test
    void outliers_holdsTenTimesTheMedian_areCounted() {
        for (int i = 0; i < 20; i++) {
            window.handoff(LOCK, 1, 1, exit, 2, enter, 2 * MS, i == 7 ? 30 * MS : MS, 1, 1, 100L * MS * i);
        }
        assertThat(queue("acme.Shop.sell:12").holdOutliers()).isEqualTo(1);
        assertThat(queue("acme.Shop.sell:12").maxHoldNanos()).isEqualTo(30 * MS);
    }

    @Test
    void guarded_fieldsAccessedUnderTheLock_areCountedWithTheirReads() {
        int read = window.site("acme.Shop", "stock", 40, "acme.Shop.stock");
        window.lock(1, 0, 1, 9, LOCK, enter);
        window.access(1, 1, read, 5, FieldAccess.Kind.READ, 1);
        window.access(1, 1, read, 6, FieldAccess.Kind.WRITE, 1);
        window.access(2, 1, read, 5, FieldAccess.Kind.WRITE, 0);
        window.handoff(LOCK, 1, 1, exit, 2, enter, 40, 100, 1, 0, 1_000);
        assertThat(queue("acme.Shop.sell:12").guarded()).containsExactly(new GuardedField("acme.Shop.stock", 2, 3, 1));
    }

    @Test
    void holderPauses_areThoseOfTheHolderWhileItHeldTheLock() {
        // Thread 1 holds it from 900 to 995 of these milliseconds.
        window.handoff(LOCK, 1, 1, exit, 2, enter, 50 * MS, 95 * MS, 1, 5 * MS, 1_000 * MS);
        pause(1, PauseKind.IO, 880, 40);
        pause(1, PauseKind.IO, 930, 30);
        pause(1, PauseKind.SLEEP, 990, 20);
        pause(1, PauseKind.PARK, 996, 20);
        pause(2, PauseKind.SLEEP, 910, 50);
        assertThat(queue("acme.Shop.sell:12").holderPauses())
                .containsExactly(new HolderPause("io", 50L * MS), new HolderPause("sleep", 5L * MS));
        assertThat(Advice.of(row("acme.Shop.sell:12")))
                .anySatisfy(sentence ->
                        assertThat(sentence).contains("Of the 95.0 ms", "58 % at least", "53 % in I/O, 5 % asleep"));
    }

    @Test
    void holderPauses_collection_countsWhereTheHolderDidNotPauseItself() {
        // Thread 1 holds it from 900 to 995 of these milliseconds.
        window.handoff(LOCK, 1, 1, exit, 2, enter, 50 * MS, 95 * MS, 1, 5 * MS, 1_000 * MS);
        pause(1, PauseKind.IO, 930, 30);
        pauses.add(new ThreadPause(ThreadPause.EVERY_THREAD, PauseKind.COLLECTION, 890L * MS, 50L * MS));
        assertThat(queue("acme.Shop.sell:12").holderPauses())
                .containsExactly(new HolderPause("collection", 30L * MS), new HolderPause("io", 30L * MS));
        assertThat(Advice.of(row("acme.Shop.sell:12")))
                .anySatisfy(sentence -> assertThat(sentence).contains("collector stopped all threads in 32 %"))
                .anySatisfy(sentence -> assertThat(sentence).contains("32 % at least (32 % in I/O;"));
    }

    @Test
    void holderPauses_thatAreAFewOfTheHold_areNoAdvice() {
        window.handoff(LOCK, 1, 1, exit, 2, enter, 50 * MS, 95 * MS, 1, 5 * MS, 1_000 * MS);
        pause(1, PauseKind.IO, 930, 10);
        assertThat(queue("acme.Shop.sell:12").holderPauses()).hasSize(1);
        assertThat(Advice.of(row("acme.Shop.sell:12"))).noneMatch(sentence -> sentence.contains("did not run"));
    }

    private void pause(int thread, PauseKind kind, int startMillis, int millis) {
        pauses.add(new ThreadPause(window.javaThreadId(thread), kind, (long) startMillis * MS, (long) millis * MS));
    }

    private List<Contention> rows() {
        return new Handoffs(window.complete(), window.sites(), pauses).rows();
    }

    private Contention row(String site) {
        return rows().stream()
                .filter(row -> row.site().equals(site))
                .findFirst()
                .orElseThrow();
    }

    private LockQueue queue(String site) {
        LockQueue queue = row(site).queue();
        assertThat(queue).isNotNull();
        return queue;
    }
}
