package dev.photofinish.probe;

import static dev.photofinish.probe.Recorded.FLAG;
import static dev.photofinish.probe.Recorded.LOCK;
import static dev.photofinish.probe.Recorded.READ_X;
import static dev.photofinish.probe.Recorded.WRITE_X;
import static dev.photofinish.probe.Recorded.onThread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.shadow.Space;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What windows take for ordered by final fields. */
class AssumedFreezeTest {
    private static final int FROZE = 305;

    private final Object owner = new Object();
    private final Object monitor = new Object();

    @AfterEach
    void noProbeFailed() {
        assertThat(Failures.first()).isNull();
    }

    private void write() {
        FieldProbe.write(owner, WRITE_X);
    }

    private void read() {
        FieldProbe.read(owner, READ_X);
    }

    @Test
    void writeBeforeAFreeze_isOrderedBeforeTheReadOfAnotherThread() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            write();
            FreezeProbe.froze(FROZE);
            onThread(this::read);
        });
        assertThat(recorded.of("FieldAccess")).isEmpty();
        assertThat(recorded.of("SyncEdge")).singleElement().satisfies(edge -> {
            assertThat(edge.getInt("rule")).isEqualTo(Space.FREEZE);
            assertThat(edge.getInt("fromSite")).isEqualTo(FROZE);
            assertThat(edge.getInt("fromThread")).isNotEqualTo(edge.getInt("toThread"));
        });
    }

    @Test
    void writeBeforeAFreeze_isOrderedBeforeTheWriteOfAnotherThread() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            write();
            FreezeProbe.froze(FROZE);
            onThread(this::write);
        });
        assertThat(recorded.of("FieldAccess")).isEmpty();
    }

    @Test
    void writeAfterAFreeze_isNot() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            FreezeProbe.froze(FROZE);
            write();
            onThread(this::read);
        });
        assertThat(recorded.of("FieldAccess")).hasSize(2);
        assertThat(recorded.of("SyncEdge")).isEmpty();
    }

    @Test
    void writeBeforeAndAfterAFreeze_isTheLatter() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            write();
            FreezeProbe.froze(FROZE);
            write();
            onThread(this::read);
        });
        assertThat(recorded.of("FieldAccess")).hasSize(2);
    }

    @Test
    void everyFreezeSinceTheWrite_isLearned() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            locked(this::write);
            onThread(() -> locked(() -> FreezeProbe.froze(FROZE)));
            onThread(this::read);
        });
        RecordedEvent handoff = recorded.of("LockHandoff").get(0);
        RecordedEvent edge = recorded.of("SyncEdge").get(0);
        assertThat(edge.getInt("fromThread")).isEqualTo(handoff.getInt("toThread"));
        assertThat(edge.getInt("fromEpoch")).isGreaterThanOrEqualTo(handoff.getInt("toEpoch"));
        assertThat(recorded.of("FieldAccess"))
                .as("that two edges order them is the analyzer's to find out")
                .filteredOn(access -> access.getInt("thread") == edge.getInt("toThread"))
                .singleElement()
                .satisfies(read -> assertThat(read.getInt("epoch")).isEqualTo(edge.getInt("toEpoch")));
    }

    @Test
    void freezeBeforeTheWrite_byAnyThread_isNotLearned() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            onThread(() -> FreezeProbe.froze(FROZE));
            write();
            onThread(this::read);
        });
        assertThat(recorded.of("SyncEdge")).isEmpty();
        assertThat(recorded.of("FieldAccess")).hasSize(2);
    }

    @Test
    void staticField_isReachedThroughNoObject() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            FieldProbe.writeStatic(WRITE_X);
            FreezeProbe.froze(FROZE);
            onThread(() -> FieldProbe.readStatic(READ_X));
        });
        assertThat(recorded.of("FieldAccess")).hasSize(2);
    }

    @Test
    void readBeforeAFreeze_isOrderedBeforeNothing() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            read();
            FreezeProbe.froze(FROZE);
            onThread(this::write);
        });
        assertThat(recorded.of("FieldAccess")).hasSize(2);
    }

    @Test
    void readThatWasKeptBack_isLeftOut() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            write();
            FreezeProbe.froze(FROZE);
            onThread(() -> {
                StampProbe.optimistic(1, monitor, Space.STATE, FLAG);
                read();
                StampProbe.validated(true, monitor, Space.STATE, FLAG);
                read();
                StampProbe.earnest(monitor, Space.STATE, FLAG);
            });
        });
        assertThat(recorded.of("FieldAccess")).isEmpty();
        assertThat(recorded.windowEvent().getLong("accessesDropped")).isEqualTo(1);
        assertThat(recorded.windowEvent().getBoolean("complete")).isTrue();
    }

    @Test
    void freezesOfVeryManyThreads_leaveAccessesOut() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            write();
            for (int i = 0; i < 300; i++) {
                onThread(() -> FreezeProbe.froze(FROZE));
            }
            onThread(this::read);
        });
        assertThat(recorded.of("FieldAccess")).isEmpty();
        assertThat(recorded.windowEvent().getLong("accessesDropped")).isEqualTo(1);
    }

    @Test
    void threadThatWouldLearnVeryOften_hasItsAccessesLeftOut() throws Exception {
        int rounds = 3_000;
        Object[] owners = Stream.generate(Object::new).limit(rounds).toArray();
        Recorded recorded = Recorded.play(() -> {
            CyclicBarrier turn = new CyclicBarrier(2);
            Thread writer = new Thread(() -> {
                for (Object each : owners) {
                    FieldProbe.write(each, WRITE_X);
                    FreezeProbe.froze(FROZE);
                    await(turn);
                    await(turn);
                }
            });
            writer.start();
            for (Object each : owners) {
                await(turn);
                FieldProbe.read(each, READ_X);
                await(turn);
            }
            writer.join();
        });
        assertThat(recorded.of("FieldAccess")).isEmpty();
        assertThat(recorded.of("SyncEdge")).hasSize(2_000);
        assertThat(recorded.windowEvent().getLong("accessesDropped")).isEqualTo(rounds - 2_000);
    }

    private static void await(CyclicBarrier turn) {
        try {
            turn.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void freezesInARow_areOneEpoch() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            for (int i = 0; i < 100; i++) {
                FreezeProbe.froze(FROZE);
            }
            write();
            onThread(this::read);
        });
        assertThat(recorded.of("FieldAccess"))
                .extracting(access -> access.getInt("epoch"))
                .containsExactly(2, 1);
    }

    private void locked(Runnable body) {
        MonitorProbe.beforeEnter(monitor);
        synchronized (monitor) {
            MonitorProbe.afterEnter(monitor, LOCK);
            body.run();
            MonitorProbe.beforeExit(monitor, LOCK);
        }
    }
}
