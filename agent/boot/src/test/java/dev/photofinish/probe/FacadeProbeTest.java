package dev.photofinish.probe;

import static dev.photofinish.probe.Recorded.LOCK;
import static dev.photofinish.probe.Recorded.READ_X;
import static dev.photofinish.probe.Recorded.WRITE_X;
import static dev.photofinish.probe.Recorded.onThread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.shadow.Space;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the rows of {@code java.util.concurrent} do beyond a plain release and acquire. */
class FacadeProbeTest {
    private final Object owner = new Object();
    private final Object lock = new Object();

    @AfterEach
    void noProbeFailed() {
        assertThat(Failures.first()).isNull();
    }

    private void writeUnderStamp() {
        FieldProbe.write(owner, WRITE_X);
        SyncProbe.release(lock, Space.WRITE_LOCK, LOCK);
    }

    private void readUnderStamp() {
        StampProbe.optimistic(1, lock, Space.WRITE_LOCK, LOCK);
        FieldProbe.read(owner, READ_X);
    }

    private void validate(boolean good) {
        SyncProbe.acquireIfTrue(good, lock, Space.WRITE_LOCK, LOCK);
        StampProbe.validated(good, lock, Space.WRITE_LOCK, LOCK);
    }

    @Test
    void release_ofAnOperationThatFailed_isTakenBack() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            SyncProbe.release(lock, Space.STATE, LOCK);
            SyncProbe.retractIfFalse(false, lock, Space.STATE, LOCK);
            onThread(() -> SyncProbe.acquire(lock, Space.STATE, LOCK));
        });
        assertThat(recorded.of("SyncEdge")).isEmpty();
    }

    @Test
    void releaseBeforeTheOneThatFailed_stays() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            SyncProbe.release(lock, Space.STATE, LOCK);
            SyncProbe.release(lock, Space.STATE, LOCK);
            SyncProbe.retractIfFalse(false, lock, Space.STATE, LOCK);
            onThread(() -> SyncProbe.acquire(lock, Space.STATE, LOCK));
        });
        assertThat(recorded.of("SyncEdge"))
                .extracting(edge -> edge.getInt("fromEpoch"))
                .containsExactly(1);
    }

    @Test
    void releaseThatSucceeded_stays() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            SyncProbe.release(lock, Space.STATE, LOCK);
            SyncProbe.retractIfFalse(true, lock, Space.STATE, LOCK);
            onThread(() -> SyncProbe.acquire(lock, Space.STATE, LOCK));
        });
        assertThat(recorded.of("SyncEdge")).hasSize(1);
    }

    @Test
    void innerLock_ordersNothing() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            takeInner();
            onThread(this::takeInner);
        });
        assertThat(recorded.of("LockHandoff")).isEmpty();
        assertThat(recorded.of("FieldAccess")).hasSize(2);
    }

    @Test
    void lockThatMayNotBeTheNext_leavesTheUsersOwnInOrder() throws Exception {
        ReentrantLock subclass = new ReentrantLock() {};
        Recorded recorded = Recorded.play(() -> {
            SyncProbe.innerNext(subclass, Space.LOCK, LOCK);
            SyncProbe.innerNext(null, Space.LOCK, LOCK);
            take(lock);
            onThread(() -> take(lock));
        });
        assertThat(recorded.of("LockHandoff")).hasSize(1);
    }

    @Test
    void innerLockWithoutRoom_leavesTheUsersOwnInOrder() throws Exception {
        Recorded recorded = Recorded.play(new ShadowLimits(8, 1_000, 1, false, 1, 512, 0), () -> {
            take(lock);
            SyncProbe.innerNext(new ReentrantLock(), Space.LOCK, LOCK);
            SyncProbe.ask(new Object(), Space.LOCK, LOCK);
            take(lock);
            onThread(() -> take(lock));
        });
        assertThat(recorded.of("LockHandoff")).hasSize(1);
    }

    private void takeInner() {
        FieldProbe.write(owner, WRITE_X);
        SyncProbe.innerNext(new ReentrantLock(), Space.LOCK, LOCK);
        take(lock);
    }

    private static void take(Object lock) {
        SyncProbe.ask(lock, Space.LOCK, LOCK);
        SyncProbe.locked(lock, Space.LOCK, LOCK);
        SyncProbe.unlocking(lock, lock, Space.LOCK, LOCK);
    }

    @Test
    void innerAtomic_ordersNothing() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            SyncProbe.inner(lock, Space.STATE, LOCK);
            SyncProbe.release(lock, Space.STATE, LOCK);
            onThread(() -> SyncProbe.acquire(lock, Space.STATE, LOCK));
        });
        assertThat(recorded.of("SyncEdge")).isEmpty();
    }

    @Test
    void atomicArray_isOrderedByIndex() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            ElementProbe.releaseIndex(lock, 1, LOCK);
            onThread(() -> ElementProbe.acquireIndex(lock, 2, LOCK));
            onThread(() -> ElementProbe.acquireIndex(lock, 1, LOCK));
        });
        assertThat(recorded.of("SyncEdge")).hasSize(1);
    }

    @Test
    void phase_isTakenFromItsOwnArrivals() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            ElementProbe.arriving(1L << 32, lock, LOCK);
            onThread(() -> ElementProbe.advanced(1, -1, lock, LOCK));
            onThread(() -> ElementProbe.advanced(2, -1, lock, LOCK));
        });
        assertThat(recorded.of("SyncEdge")).hasSize(1);
    }

    @Test
    void optimisticRead_thatWasValidated_isNoRaceWithAWriteThatComesLater() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            onThread(() -> {
                readUnderStamp();
                validate(true);
            });
            writeUnderStamp();
        });
        assertThat(recorded.of("FieldAccess")).isEmpty();
    }

    @Test
    void optimisticSection_begunBeforeTheWindow_makesItIncomplete() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            FieldProbe.read(owner, READ_X);
            validate(true);
        });
        assertThat(recorded.windowEvent().getString("incompleteReason")).contains("reading optimistically");
    }

    @Test
    void optimisticSection_begunInTheWindow_leavesItComplete() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            FieldProbe.read(owner, READ_X);
            readUnderStamp();
            validate(false);
            validate(true);
        });
        assertThat(recorded.windowEvent().getBoolean("complete")).isTrue();
    }

    @Test
    void optimisticRead_thatWasValidated_isNoRaceWithTheWriteBefore() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            writeUnderStamp();
            onThread(() -> {
                readUnderStamp();
                validate(true);
            });
        });
        assertThat(recorded.of("SyncEdge")).hasSize(1);
        assertThat(recorded.of("FieldAccess")).isEmpty();
        assertThat(recorded.windowEvent().getLong("accessesRecorded")).isEqualTo(1);
    }

    @Test
    void optimisticRead_thatWasRefuted_isDropped() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            writeUnderStamp();
            onThread(() -> {
                readUnderStamp();
                validate(false);
            });
        });
        assertThat(recorded.of("FieldAccess")).isEmpty();
        assertThat(recorded.windowEvent().getLong("accessesRecorded")).isEqualTo(1);
    }

    @Test
    void optimisticRead_ofAThreadThatEnded_isARead() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            writeUnderStamp();
            onThread(this::readUnderStamp);
        });
        assertThat(recorded.of("FieldAccess")).hasSize(2);
    }

    @Test
    void optimisticRead_inASectionOfAnotherLock_isDropped() throws Exception {
        Object other = new Object();
        Recorded recorded = Recorded.play(() -> {
            writeUnderStamp();
            onThread(() -> {
                StampProbe.optimistic(1, other, Space.WRITE_LOCK, LOCK);
                readUnderStamp();
                validate(true);
            });
        });
        assertThat(recorded.of("FieldAccess")).isEmpty();
    }

    @Test
    void optimisticReads_beyondTheLimit_areCountedAsDropped() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            StampProbe.optimistic(1, lock, Space.WRITE_LOCK, LOCK);
            for (int i = 0; i < 70; i++) {
                FieldProbe.read(new Object(), READ_X);
            }
        });
        assertThat(recorded.windowEvent().getLong("accessesDropped")).isEqualTo(6);
    }
}
