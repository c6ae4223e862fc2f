package dev.photofinish.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.shadow.AgentThreads;
import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.shadow.Sites;
import dev.photofinish.shadow.Space;
import dev.photofinish.shadow.ThreadShadow;
import dev.photofinish.window.Gate;
import dev.photofinish.window.Window;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Windows that an access to a cold field opens. */
class TriggerTest {
    private static final int COLD = 401;
    private static final int COLD_FIELD = 70;
    private static final int OTHER = 402;
    private static final int OTHER_FIELD = 71;

    private final Object owner = new Object();

    @BeforeEach
    void define() {
        Sites.define(COLD, COLD_FIELD);
        Sites.define(OTHER, OTHER_FIELD);
        StampProbe.restart();
    }

    @AfterEach
    void everythingIsClosed() {
        assertThat(Failures.first()).isNull();
        assertThat(Gate.prepared()).isNull();
        assertThat(Gate.window).isNull();
        assertThat(Gate.fieldWindow).isNull();
        assertThat(Gate.sync).isFalse();
        assertThat(Gate.fields).isFalse();
        assertThat(Gate.coldFields).isFalse();
    }

    private static Window prepare() {
        long[] cold = new long[COLD_FIELD / 64 + 1];
        cold[COLD_FIELD / 64] = 1L << COLD_FIELD;
        return Window.prepare(1, 1, ShadowLimits.window(0), cold);
    }

    private static long recorded(Window window) {
        return window.shadow().emitTotals().recorded();
    }

    @Test
    void prepared_leavesTheOtherGatesClosed() {
        Window window = prepare();
        assertThat(Gate.coldFields).isTrue();
        assertThat(Gate.fields).isFalse();
        assertThat(Gate.sync).isFalse();
        assertThat(window.isOpen()).isFalse();
        assertThat(window.withdraw()).isTrue();
    }

    @Test
    void accessToAColdField_opensTheWindowAndIsRecorded() {
        Window window = prepare();
        FieldProbe.writeCold(owner, COLD);
        assertThat(window.isOpen()).isTrue();
        assertThat(Gate.window).isSameAs(window);
        assertThat(Gate.sync).isTrue();
        assertThat(Gate.fields).isTrue();
        assertThat(Gate.coldFields).isTrue();
        assertThat(window.withdraw()).isFalse();
        assertThat(window.openedBy()).isEqualTo(COLD_FIELD);
        window.close();
        assertThat(recorded(window)).isEqualTo(1);
    }

    @Test
    void everyKindOfAccess_opensTheWindow() {
        Runnable[] accesses = {
            () -> FieldProbe.readCold(owner, COLD),
            () -> FieldProbe.writeCold(owner, COLD),
            () -> FieldProbe.readStaticCold(COLD),
            () -> FieldProbe.writeStaticCold(COLD)
        };
        for (Runnable access : accesses) {
            Window window = prepare();
            access.run();
            assertThat(window.withdraw()).isFalse();
            window.close();
            assertThat(recorded(window)).isEqualTo(1);
        }
    }

    @Test
    void accessToAFieldThatIsColdNoMore_opensNothing() {
        Window window = prepare();
        FieldProbe.writeCold(owner, OTHER);
        FieldProbe.write(owner, COLD);
        assertThat(window.withdraw()).isTrue();
        assertThat(recorded(window)).isZero();
    }

    @Test
    void accessInAnOpenWindow_isRecordedAsAnyOther() {
        Window window = Window.open(1, 1, false, ShadowLimits.window(0));
        FieldProbe.writeCold(owner, OTHER);
        window.close();
        FieldProbe.readCold(owner, OTHER);
        assertThat(recorded(window)).isEqualTo(1);
        assertThat(window.openedBy()).isZero();
    }

    @Test
    void withdrawn_isNotOpenedByAnAccess() {
        Window window = prepare();
        assertThat(window.withdraw()).isTrue();
        FieldProbe.writeCold(owner, COLD);
        assertThat(window.trigger(COLD_FIELD)).isFalse();
        assertThat(recorded(window)).isZero();
    }

    @Test
    void whilePrepared_noOtherWindowIsOpenedOrPrepared() {
        Window window = prepare();
        assertThatThrownBy(() -> Window.open(2, 1, false, ShadowLimits.window(0)))
                .hasMessage("a window is open already");
        assertThatThrownBy(TriggerTest::prepare).hasMessage("a window is open already");
        assertThat(window.withdraw()).isTrue();
    }

    @Test
    void accessByAThreadOfTheAgent_orInsideAProbe_opensNothing() throws InterruptedException {
        Window window = prepare();
        Thread own = AgentThreads.create("photofinish-test", () -> FieldProbe.writeCold(owner, COLD));
        own.start();
        own.join();
        ThreadShadow thread = window.shadow().current();
        assertThat(thread.enter()).isTrue();
        FieldProbe.writeCold(owner, COLD);
        thread.leave();
        assertThat(window.withdraw()).isTrue();
    }

    @Test
    void read_opensTheWindowWhileNoThreadHasReadOptimistically() {
        Window window = prepare();
        FieldProbe.readCold(owner, COLD);
        assertThat(window.withdraw()).isFalse();
        window.close();
        assertThat(recorded(window)).isEqualTo(1);
    }

    @Test
    void readAfterAnyThreadHasReadOptimistically_opensNothing_aWriteDoes() {
        Window window = prepare();
        StampProbe.optimistic(1, owner, Space.WRITE_LOCK, 0);
        FieldProbe.readCold(owner, COLD);
        FieldProbe.readStaticCold(COLD);
        assertThat(window.isOpen()).isFalse();
        FieldProbe.writeCold(owner, COLD);
        assertThat(window.withdraw()).isFalse();
        window.close();
        assertThat(recorded(window)).isEqualTo(1);
    }

    @Test
    void refutedSection_thatBeganInTheWindow_leavesItComplete() {
        Window window = prepare();
        FieldProbe.writeCold(owner, COLD);
        StampProbe.optimistic(1, owner, Space.WRITE_LOCK, 0);
        FieldProbe.readCold(owner, COLD);
        StampProbe.validated(false, owner, Space.WRITE_LOCK, 0);
        assertThat(window.incompleteReason()).isEmpty();
        assertThat(window.withdraw()).isFalse();
        window.close();
    }

    @Test
    void manyThreads_exactlyOneOpensAndEveryAccessAfterwardsIsRecorded() throws Exception {
        int threads = 4;
        for (int round = 0; round < 200; round++) {
            Window window = prepare();
            AtomicInteger opened = new AtomicInteger();
            CyclicBarrier start = new CyclicBarrier(threads);
            Object[] owners = new Object[threads];
            Thread[] running = new Thread[threads];
            for (int i = 0; i < threads; i++) {
                Object mine = new Object();
                owners[i] = mine;
                running[i] = new Thread(() -> {
                    await(start);
                    opened.addAndGet(window.trigger(COLD_FIELD) ? 1 : 0);
                    while (!window.isOpen()) {
                        Thread.onSpinWait();
                    }
                    FieldProbe.writeCold(mine, COLD);
                });
                running[i].start();
            }
            for (Thread thread : running) {
                thread.join();
            }
            assertThat(opened).hasValue(1);
            assertThat(window.withdraw()).isFalse();
            window.close();
            assertThat(recorded(window)).isEqualTo(threads);
        }
    }

    @Test
    void triggerAgainstWithdraw_exactlyOneWins() throws Exception {
        for (int round = 0; round < 500; round++) {
            Window window = prepare();
            CyclicBarrier start = new CyclicBarrier(2);
            Thread accessing = new Thread(() -> {
                await(start);
                FieldProbe.writeCold(owner, COLD);
            });
            accessing.start();
            start.await();
            boolean withdrawn = window.withdraw();
            assertThat(window.isOpen()).isEqualTo(!withdrawn);
            accessing.join();
            if (!withdrawn) {
                window.close();
            }
            assertThat(recorded(window)).isEqualTo(withdrawn ? 0 : 1);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
