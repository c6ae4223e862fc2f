package dev.photofinish.analyzer.contention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Contention.Holder;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.WeightedStack;
import dev.photofinish.analyzer.fixture.Windows;
import dev.photofinish.analyzer.trace.LockWait;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentionTableTest {
    private static final Frame JDK = new Frame("java.util.Hashtable", "get", 5);
    private static final Frame HERE = new Frame("acme.Shop", "sell", 12);

    private final ContentionTable table = new ContentionTable();

    @Test
    void add_monitorWaits_areSummedBySiteWithTheirOwners() {
        table.add(monitor("acme.Lock", "owner-b", 10, JDK, HERE));
        table.add(monitor("acme.Lock", "owner-a", 30, JDK, HERE));
        table.add(monitor("acme.Lock", "owner-a", 20, HERE));
        Contention row = onlyRow();
        assertThat(row)
                .extracting(Contention::lockClass, Contention::site, Contention::kind, Contention::source)
                .containsExactly("acme.Lock", "acme.Shop.sell:12", "monitor", "jfr");
        assertThat(row)
                .extracting(Contention::waits, Contention::waitNanos, Contention::maxWaitNanos, Contention::holdNanos)
                .containsExactly(3L, 60L, 30L, 0L);
        assertThat(row.holders()).containsExactly(new Holder("", "owner-a", 2), new Holder("", "owner-b", 1));
        assertThat(row.stack()).containsExactly(JDK, HERE);
        assertThat(row.queue()).isNull();
    }

    @Test
    void add_waitsAtOneTime_areOneTimeByTheWallClock() {
        table.add(monitor("acme.Lock", 100, 50));
        table.add(monitor("acme.Lock", 120, 50));
        table.add(monitor("acme.Lock", 300, 10));
        assertThat(onlyRow().waitNanos()).isEqualTo(110);
        assertThat(onlyRow().contendedNanos()).isEqualTo(80);
    }

    @Test
    void add_waitThatOverlapsOneOfTheChunkBefore_countsWhatIsNew() {
        WaitedTime times = new WaitedTime();
        ContentionTable first = new ContentionTable(times);
        first.add(monitor("acme.Lock", 100, 50));
        assertThat(first.rows().get(0).contendedNanos()).isEqualTo(50);
        ContentionTable second = new ContentionTable(times);
        second.add(monitor("acme.Lock", 120, 50));
        assertThat(second.rows().get(0).contendedNanos()).isEqualTo(20);
    }

    @Test
    void add_waitsForAnythingButALock_areInRowsOfTheirKindsAndInNoProfile() {
        table.add(new LockWait(LockWait.Kind.OBJECT_WAIT, "acme.Inbox", "", 0, 7, List.of(HERE)));
        table.add(new LockWait(LockWait.Kind.PINNED, "", "", 0, 5, List.of(HERE)));
        assertThat(table.rows())
                .extracting(Contention::lockClass, Contention::kind, Contention::waitNanos)
                .containsExactly(
                        tuple("acme.Inbox", "object-wait", 7L), tuple("java.lang.VirtualThread", "pinned", 5L));
        assertThat(table.stacks().stacks()).isEmpty();
    }

    @Test
    void add_waitOfTheAgentsOwnThread_isLeftOut() {
        Frame loop = new Frame("dev.photofinish.schedule.WindowLoop", "pause", 3);
        table.add(new LockWait(LockWait.Kind.OBJECT_WAIT, "java.lang.Object", "", 0, 7, List.of(JDK, loop)));
        assertThat(table.rows()).isEmpty();
    }

    @Test
    void add_waitOfTheRecordersThreadForTheAgent_isLeftOut() {
        Frame recorder = new Frame("jdk.jfr.internal.PlatformRecorder", "periodicTask", 9);
        Frame thread = new Frame("java.lang.Thread", "run", 1);
        table.add(monitor("jdk.jfr.internal.PlatformRecorder", "photofinish-scheduler", 10, recorder, thread));
        assertThat(table.rows()).isEmpty();
        table.add(monitor("jdk.jfr.internal.PlatformRecorder", "photofinish-scheduler", 10, recorder, HERE, thread));
        table.add(monitor("jdk.jfr.internal.PlatformRecorder", "main", 10, recorder, thread));
        assertThat(table.rows())
                .as("the application waits for the agent, and JFR for the application")
                .hasSize(2);
    }

    @Test
    void stacks_ofWaitsForLocks_haveTheirTime() {
        table.add(monitor("acme.Lock", "", 10, JDK, HERE));
        table.add(monitor("acme.Other", "", 30, JDK, HERE));
        table.add(monitor("acme.Lock", "", 5, HERE));
        assertThat(table.stacks().stacks())
                .containsExactly(new WeightedStack(List.of(JDK, HERE), 40), new WeightedStack(List.of(HERE), 5));
    }

    @Test
    void add_monitorOfAnIntArray_isAWaitForAClassToBeInitialized() {
        table.add(monitor("[I", "initializer", 10, HERE));
        assertThat(table.rows())
                .extracting(Contention::lockClass, Contention::kind)
                .containsExactly(tuple("[I", "class-initialization"));
    }

    @Test
    void add_parkForACondition_isNoContentionAndInNoProfile() {
        table.add(new LockWait(
                LockWait.Kind.PARK,
                "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject",
                "",
                0,
                99,
                List.of(HERE)));
        assertThat(table.rows()).extracting(Contention::kind).containsExactly("condition");
        assertThat(table.stacks().stacks()).isEmpty();
    }

    @Test
    void add_handoffsThatWaited_nameTheHolderAndItsPlace() {
        Windows window = new Windows();
        int enter = window.lockSite("acme.Shop", "sell", 12, "monitor enter");
        int exit = window.lockSite("acme.Shop", "restock", 30, "monitor exit");
        window.handoff("acme.Lock", 1, 1, exit, 2, 2, enter, 40, 100);
        window.handoff("acme.Lock", 2, 2, exit, 1, 3, enter, 60, 50);
        window.handoff("acme.Lock", 1, 3, exit, 2, 4, enter, 0, 70);
        table.add(window.complete(), window.sites(), new Pauses());
        Contention row = onlyRow();
        assertThat(row)
                .extracting(Contention::lockClass, Contention::site, Contention::kind, Contention::source)
                .containsExactly("acme.Lock", "acme.Shop.sell:12", "monitor", "handoff");
        assertThat(row)
                .extracting(Contention::waits, Contention::waitNanos, Contention::maxWaitNanos, Contention::holdNanos)
                .containsExactly(2L, 100L, 60L, 150L);
        assertThat(row.holders())
                .containsExactly(
                        new Holder("acme.Shop.restock:30", "thread-1", 1),
                        new Holder("acme.Shop.restock:30", "thread-2", 1));
        assertThat(row.queue()).isNotNull();
        assertThat(row.queue().free()).isEqualTo(1);
    }

    @Test
    void add_handoffOfAJavaUtilConcurrentLock_isALock() {
        Windows window = new Windows();
        int site = window.lockSite("acme.Shop", "sell", 12, "lock");
        window.handoff("java.util.concurrent.locks.ReentrantLock", 1, 1, site, 2, 2, site, 40, 100);
        table.add(window.complete(), window.sites(), new Pauses());
        assertThat(table.rows()).extracting(Contention::kind).containsExactly("lock");
    }

    @Test
    void add_rowsOfAnotherTable_areTheSameAsTheirWaits() {
        ContentionTable other = new ContentionTable();
        other.add(monitor("acme.Lock", "owner", 10, HERE));
        other.add(monitor("acme.Lock", "owner", 30, HERE));
        table.add(monitor("acme.Lock", "owner", 5, HERE));
        other.rows().forEach(table::add);
        Contention row = table.rows().get(0);
        assertThat(row.waits()).isEqualTo(3);
        assertThat(row.waitNanos()).isEqualTo(45);
        assertThat(row.maxWaitNanos()).isEqualTo(30);
        assertThat(row.holders()).containsExactly(new Holder("", "owner", 3));
    }

    @Test
    void rows_areInTheOrderOfTimeWaited() {
        table.add(monitor("acme.B", "", 10, HERE));
        table.add(monitor("acme.A", "", 10, HERE));
        table.add(monitor("acme.C", "", 11, HERE));
        assertThat(table.rows()).extracting(Contention::lockClass).containsExactly("acme.C", "acme.A", "acme.B");
    }

    @Test
    void add_moreKindsOfLockThanAllowed_goesToOther() {
        for (int i = 0; i < 5000; i++) {
            table.add(monitor("acme.Lock" + i, "owner", 1, HERE));
        }
        assertThat(table.rows()).hasSize(4097);
        assertThat(table.rows().get(0).lockClass()).isEqualTo("other");
        assertThat(table.rows().get(0).waits()).isEqualTo(904);
    }

    @Test
    void add_waitsThatAddUpToMoreThanALong_stopAtTheLargest() {
        table.add(monitor("acme.Lock", "owner", Long.MAX_VALUE, HERE));
        table.add(monitor("acme.Lock", "owner", Long.MAX_VALUE, HERE));
        assertThat(table.rows().get(0).waitNanos()).isEqualTo(Long.MAX_VALUE);
    }

    private Contention onlyRow() {
        assertThat(table.rows()).hasSize(1);
        return table.rows().get(0);
    }

    private static LockWait monitor(String lockClass, long startNanos, long nanos) {
        return new LockWait(LockWait.Kind.MONITOR, lockClass, "", startNanos, nanos, List.of(HERE));
    }

    private static LockWait monitor(String lockClass, String owner, long nanos, Frame... stack) {
        return new LockWait(LockWait.Kind.MONITOR, lockClass, owner, 0, nanos, List.of(stack));
    }
}
