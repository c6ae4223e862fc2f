package dev.photofinish.probe;

import static dev.photofinish.probe.Recorded.FLAG;
import static dev.photofinish.probe.Recorded.LOCK;
import static dev.photofinish.probe.Recorded.READ_X;
import static dev.photofinish.probe.Recorded.WRITE_X;
import static dev.photofinish.probe.Recorded.onThread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.shadow.AgentThreads;
import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.shadow.Sites;
import dev.photofinish.shadow.Space;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private final Object owner = new Object();
    private final Object monitor = new Object();

    @AfterEach
    void noProbeFailed() {
        assertThat(Failures.first()).isNull();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeUnderMonitor() {
        MonitorProbe.beforeEnter(monitor);
        synchronized (monitor) {
            MonitorProbe.afterEnter(monitor, LOCK);
            FieldProbe.write(owner, WRITE_X);
            MonitorProbe.beforeExit(monitor, LOCK);
        }
    }

    @Test
    void access_byOneThreadAlone_isNotEmitted() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            FieldProbe.write(owner, WRITE_X);
            FieldProbe.read(owner, READ_X);
        });
        assertThat(recorded.of("FieldAccess")).isEmpty();
        assertThat(recorded.windowEvent().getLong("accessesRecorded")).isEqualTo(1);
    }

    @Test
    void access_bySecondThread_emitsBothSides() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            FieldProbe.write(owner, WRITE_X);
            onThread(() -> FieldProbe.read(owner, READ_X));
        });
        List<RecordedEvent> accesses = recorded.of("FieldAccess");
        assertThat(accesses).extracting(event -> event.getInt("site")).containsExactly(WRITE_X, READ_X);
        assertThat(accesses).extracting(event -> event.getInt("kind")).containsExactly(1, 0);
        assertThat(accesses).extracting(event -> event.getInt("thread")).doesNotHaveDuplicates();
        assertThat(accesses)
                .extracting(event -> event.getLong("object"))
                .containsOnly(accesses.get(0).getLong("object"));
    }

    /** As of one class in two loaders, whose fields have one name. */
    @Test
    void staticFields_haveNumbersOfTheirOwn() throws Exception {
        int writeOther = 305;
        Sites.define(writeOther, Recorded.FIELD_FLAG);
        Recorded recorded = Recorded.play(() -> {
            FieldProbe.writeStatic(WRITE_X);
            FieldProbe.writeStatic(writeOther);
            onThread(() -> {
                FieldProbe.readStatic(READ_X);
                FieldProbe.writeStatic(writeOther);
            });
        });
        List<RecordedEvent> accesses = recorded.of("FieldAccess");
        assertThat(accesses).hasSize(4);
        assertThat(accesses).extracting(event -> event.getLong("object")).doesNotContain(0L);
        assertThat(accesses.stream().map(event -> event.getLong("object")).distinct())
                .hasSize(2);
    }

    @Test
    void reads_byManyThreads_areNotEmitted() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            for (int i = 0; i < 6; i++) {
                onThread(() -> FieldProbe.read(owner, READ_X));
            }
        });
        assertThat(recorded.of("FieldAccess")).isEmpty();
    }

    @Test
    void access_toOtherObject_isNotPaired() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            FieldProbe.write(owner, WRITE_X);
            onThread(() -> FieldProbe.write(new Object(), WRITE_X));
        });
        assertThat(recorded.of("FieldAccess")).isEmpty();
    }

    @Test
    void monitor_fromThreadToThread_isOneHandoffAndNoPair() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            writeUnderMonitor();
            onThread(this::writeUnderMonitor);
        });
        List<RecordedEvent> handoffs = recorded.of("LockHandoff");
        assertThat(handoffs).hasSize(1);
        RecordedEvent handoff = handoffs.get(0);
        assertThat(handoff.getInt("sequence")).isEqualTo(1);
        assertThat(handoff.getInt("fromThread")).isNotEqualTo(handoff.getInt("toThread"));
        assertThat(handoff.getInt("fromEpoch")).isEqualTo(1);
        assertThat(handoff.getInt("toEpoch")).isEqualTo(2);
        assertThat(recorded.of("FieldAccess")).as("one direct edge orders them").isEmpty();
        assertThat(recorded.windowEvent().getLong("edges")).isEqualTo(1);
    }

    @Test
    void monitor_takenAgainByItsLastOwner_teachesNothing() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            writeUnderMonitor();
            writeUnderMonitor();
        });
        assertThat(recorded.of("LockHandoff")).isEmpty();
    }

    @Test
    void lockSet_ofAccess_namesTheMonitorHeld() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            writeUnderMonitor();
            onThread(() -> FieldProbe.read(owner, READ_X));
        });
        RecordedEvent write = recorded.of("FieldAccess").get(0);
        RecordedEvent lockSet = recorded.of("LockSet").get(0);
        assertThat(write.getInt("lockSet")).isEqualTo(lockSet.getInt("id"));
        assertThat(lockSet.getInt("site")).isEqualTo(LOCK);
        assertThat(recorded.of("FieldAccess").get(1).getInt("lockSet")).isZero();
    }

    @Test
    void volatileWrite_readByOther_isAnEdge() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            FieldProbe.write(owner, WRITE_X);
            VolatileProbe.beforeWrite(owner, FLAG);
            onThread(() -> {
                VolatileProbe.afterRead(owner, FLAG);
                FieldProbe.read(owner, READ_X);
            });
        });
        assertThat(recorded.of("SyncEdge")).hasSize(1);
        assertThat(recorded.of("FieldAccess")).isEmpty();
    }

    @Test
    void volatileRead_ofOtherObjectsField_isNoEdge() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            VolatileProbe.beforeWrite(owner, FLAG);
            onThread(() -> VolatileProbe.afterRead(new Object(), FLAG));
        });
        assertThat(recorded.of("SyncEdge")).isEmpty();
    }

    @Test
    void latch_releasedByTwo_teachesBoth() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            onThread(() -> SyncProbe.release(monitor, Space.STATE, LOCK));
            onThread(() -> SyncProbe.release(monitor, Space.STATE, LOCK));
            SyncProbe.acquire(monitor, Space.STATE, LOCK);
        });
        List<RecordedEvent> edges = recorded.of("SyncEdge");
        assertThat(edges).extracting(edge -> edge.getInt("sequence")).containsExactly(1, 2);
        assertThat(edges).extracting(edge -> edge.getInt("toEpoch")).containsExactly(2, 2);
        assertThat(edges).extracting(edge -> edge.getInt("fromThread")).doesNotHaveDuplicates();
    }

    @Test
    void failedTry_isNoEdge() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            SyncProbe.release(monitor, Space.STATE, LOCK);
            onThread(() -> SyncProbe.acquireIfTrue(false, monitor, Space.STATE, LOCK));
        });
        assertThat(recorded.of("SyncEdge")).isEmpty();
    }

    @Test
    void start_isLearnedAtTheFirstProbeOfTheStartedThread() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            Thread thread = new Thread(() -> FieldProbe.read(owner, READ_X));
            FieldProbe.write(owner, WRITE_X);
            SyncProbe.release(thread, Space.START, LOCK);
            thread.start();
            thread.join();
            SyncProbe.joined(thread, Space.START, LOCK);
            FieldProbe.write(owner, WRITE_X);
        });
        assertThat(recorded.of("SyncEdge")).as("start and join").hasSize(2);
        assertThat(recorded.of("FieldAccess")).isEmpty();
    }

    @Test
    void join_ofLiveThread_isNoEdge() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            CountDownLatch written = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            Thread thread = new Thread(() -> {
                FieldProbe.write(owner, WRITE_X);
                written.countDown();
                awaitQuietly(end);
            });
            thread.start();
            written.await();
            SyncProbe.joined(thread, Space.START, LOCK);
            end.countDown();
            thread.join();
        });
        assertThat(recorded.of("SyncEdge")).isEmpty();
    }

    @Test
    void agentThread_isNeverObserved() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            FieldProbe.write(owner, WRITE_X);
            Thread own = AgentThreads.create("test", () -> FieldProbe.write(owner, WRITE_X));
            own.start();
            own.join();
        });
        assertThat(recorded.of("FieldAccess")).isEmpty();
        assertThat(recorded.of("WindowThread")).hasSize(1);
    }

    @Test
    void variables_beyondTheLimit_areCountedAndLeaveTheWindowComplete() throws Exception {
        Recorded recorded = Recorded.play(new ShadowLimits(4, 10, 100, false, 0, 512, 0), () -> {
            for (int i = 0; i < 25; i++) {
                FieldProbe.write(new Object(), WRITE_X);
            }
        });
        assertThat(recorded.windowEvent().getLong("accessesDropped")).isEqualTo(15);
        assertThat(recorded.windowEvent().getBoolean("complete")).isTrue();
    }

    @Test
    void synchronizationObjects_beyondTheLimit_makeTheWindowIncomplete() throws Exception {
        Recorded recorded = Recorded.play(new ShadowLimits(4, 10, 10, false, 0, 512, 0), () -> {
            for (int i = 0; i < 25; i++) {
                SyncProbe.release(new Object(), Space.STATE, LOCK);
            }
        });
        assertThat(recorded.windowEvent().getBoolean("complete")).isFalse();
        assertThat(recorded.windowEvent().getString("incompleteReason"))
                .contains("synchronization objects is full (10)");
    }

    @Test
    void stacks_atEachSite_areTakenUpToTheLimit() throws Exception {
        int unsuspected = 350;
        Sites.define(unsuspected, 50);
        Recorded recorded = Recorded.play(new ShadowLimits(8, 100, 100, true, 3, 512, 0), () -> {
            for (int i = 0; i < 10; i++) {
                FieldProbe.write(new Object(), unsuspected);
            }
        });
        assertThat(recorded.of("AccessStack")).hasSize(3);
        assertThat(recorded.of("AccessStack").get(0).getStackTrace().getFrames())
                .anyMatch(frame -> frame.getMethod().getType().getName().equals(ProbeTest.class.getName()));
    }
}
