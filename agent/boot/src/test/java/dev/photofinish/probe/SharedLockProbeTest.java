package dev.photofinish.probe;

import static dev.photofinish.probe.Recorded.LOCK;
import static dev.photofinish.probe.Recorded.onThread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.photofinish.shadow.Space;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.StampedLock;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedLockProbeTest {
    private static final int READ = Space.READ_LOCK;
    private static final int WRITE = Space.WRITE_LOCK;
    private static final int ANY = Space.STATE;

    private final Object lock = new Object();

    @AfterEach
    void noProbeFailed() {
        assertThat(Failures.first()).isNull();
    }

    /** Asks on a thread of its own, and enters when the other has let go. */
    private static void waiting(Runnable ask, Runnable letGo, Runnable enter) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        Thread waiter = new Thread(() -> {
            ask.run();
            asked.countDown();
            try {
                free.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts", e);
            }
            enter.run();
        });
        waiter.start();
        asked.await();
        letGo.run();
        free.countDown();
        waiter.join();
    }

    private void enter(int side) {
        SharedLockProbe.entered(lock, side, LOCK);
    }

    private void leave(int side) {
        SharedLockProbe.leaving(lock, side, LOCK);
    }

    private void ask(int side) {
        SharedLockProbe.ask(lock, side, LOCK);
    }

    private void askToWrite() {
        SyncProbe.ask(lock, Space.LOCK, LOCK);
        ask(WRITE);
    }

    private void enterToWrite() {
        enter(WRITE);
        SyncProbe.locked(lock, Space.LOCK, LOCK);
    }

    private void leaveToWrite() {
        leave(WRITE);
        SyncProbe.unlocking(lock, lock, Space.LOCK, LOCK);
    }

    @Test
    void reader_waitsForTheWriter() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            askToWrite();
            enterToWrite();
            waiting(() -> ask(READ), this::leaveToWrite, () -> enter(READ));
        });
        assertThat(recorded.of("LockHandoff")).singleElement().satisfies(SharedLockProbeTest::isWaitThatOrdersNothing);
    }

    @Test
    void writer_waitsForTheLastReader() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            enter(READ);
            waiting(this::askToWrite, () -> leave(READ), this::enterToWrite);
        });
        assertThat(recorded.of("LockHandoff")).singleElement().satisfies(SharedLockProbeTest::isWaitThatOrdersNothing);
    }

    @Test
    void writer_thatWaitsForAWriter_isToldOnce() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            enterToWrite();
            enter(READ);
            waiting(
                    this::askToWrite,
                    () -> {
                        leave(READ);
                        leaveToWrite();
                    },
                    this::enterToWrite);
        });
        assertThat(recorded.of("LockHandoff"))
                .extracting(handoff -> handoff.getInt("rule"))
                .containsExactly(Space.LOCK);
    }

    @Test
    void readers_doNotWaitForEachOther() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            enter(READ);
            waiting(() -> ask(READ), () -> leave(READ), () -> enter(READ));
        });
        assertThat(recorded.of("LockHandoff")).isEmpty();
    }

    @Test
    void readerThatEntersTwice_isInsideUntilItHasLeftTwice() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            enter(READ);
            enter(READ);
            leave(READ);
            waiting(this::askToWrite, () -> leave(READ), this::enterToWrite);
        });
        assertThat(recorded.of("LockHandoff")).singleElement().satisfies(SharedLockProbeTest::isWaitThatOrdersNothing);
    }

    @Test
    void readerThatLeavesMoreThanItEntered_isInsideAtItsNextEntry() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            enter(READ);
            leave(READ);
            leave(READ);
            enter(READ);
            waiting(this::askToWrite, () -> leave(READ), this::enterToWrite);
        });
        assertThat(recorded.of("LockHandoff")).hasSize(1);
    }

    @Test
    void waiterThatIsTurnedAway_waitsNoLonger() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            enter(ANY);
            onThread(() -> {
                ask(ANY);
                SharedLockProbe.enteredIfTrue(false, lock, ANY, LOCK);
            });
            waiting(() -> ask(ANY), () -> leave(ANY), () -> enter(ANY));
        });
        assertThat(recorded.of("LockHandoff"))
                .extracting(handoff -> handoff.getInt("waiters"))
                .containsExactly(1);
    }

    @Test
    void permitOfAnotherThread_isGivenBackAfterAnUnknownTime() throws Exception {
        Recorded recorded = Recorded.play(() ->
                waiting(() -> SharedLockProbe.askForPermits(1, lock, ANY, LOCK), () -> leave(ANY), () -> enter(ANY)));
        assertThat(recorded.of("LockHandoff"))
                .extracting(handoff -> handoff.getLong("holdNanos"))
                .containsExactly(0L);
    }

    @Test
    void askerThatFindsTheLockFree_doesNotWait() throws Exception {
        Semaphore permits = new Semaphore(3);
        StampedLock stamped = new StampedLock();
        stamped.readLock();
        Recorded recorded = Recorded.play(() -> {
            waiting(
                    () -> SharedLockProbe.askForPermits(3, permits, ANY, LOCK),
                    () -> SharedLockProbe.leaving(permits, ANY, LOCK),
                    () -> SharedLockProbe.entered(permits, ANY, LOCK));
            waiting(
                    () -> SharedLockProbe.askToRead(stamped, ANY, LOCK),
                    () -> SharedLockProbe.leaving(stamped, ANY, LOCK),
                    () -> SharedLockProbe.entered(stamped, ANY, LOCK));
        });
        assertThat(recorded.of("LockHandoff")).isEmpty();
    }

    @Test
    void askerThatFindsTheLockTaken_waits() throws Exception {
        Semaphore permits = new Semaphore(3);
        StampedLock stamped = new StampedLock();
        stamped.readLock();
        Recorded recorded = Recorded.play(() -> {
            waiting(
                    () -> SharedLockProbe.askForPermits(4, permits, ANY, LOCK),
                    () -> SharedLockProbe.leaving(permits, ANY, LOCK),
                    () -> SharedLockProbe.entered(permits, ANY, LOCK));
            waiting(
                    () -> SharedLockProbe.askToWrite(stamped, ANY, LOCK),
                    () -> SharedLockProbe.leaving(stamped, ANY, LOCK),
                    () -> SharedLockProbe.entered(stamped, ANY, LOCK));
        });
        assertThat(recorded.of("LockHandoff"))
                .extracting(handoff -> handoff.getClass("objectClass").getName())
                .containsExactly(Semaphore.class.getName(), StampedLock.class.getName());
    }

    @Test
    void waitWithoutADepartureInIt_isNotTold() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            enter(ANY);
            onThread(() -> ask(ANY));
            leave(ANY);
            onThread(() -> {
                ask(ANY);
                enter(ANY);
            });
        });
        assertThat(recorded.of("LockHandoff")).isEmpty();
    }

    @Test
    void locksBeyondTheBound_areKnownToBeHeldIfTheyAreTheLatest() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            enter(ANY);
            for (int i = 0; i < 20; i++) {
                SharedLockProbe.entered(new Object(), ANY, LOCK);
            }
            waiting(() -> ask(ANY), () -> leave(ANY), () -> enter(ANY));
            enter(ANY);
            waiting(() -> ask(ANY), () -> leave(ANY), () -> enter(ANY));
        });
        assertThat(recorded.of("LockHandoff"))
                .extracting(handoff -> handoff.getLong("holdNanos") > 0)
                .containsExactly(false, true);
    }

    @Test
    void callSite_isToldAndThenForgotten() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            enterToWrite();
            waiting(
                    () -> {
                        SyncProbe.callSite(Recorded.FLAG);
                        ask(READ);
                    },
                    () -> {
                        SyncProbe.callSite(Recorded.WRITE_X);
                        leaveToWrite();
                    },
                    () -> {
                        enter(READ);
                        SyncProbe.locked(lock, Space.LOCK, LOCK);
                    });
        });
        assertThat(recorded.of("LockHandoff"))
                .extracting(handoff -> handoff.getInt("fromSite"), handoff -> handoff.getInt("toSite"))
                .containsExactly(tuple(Recorded.WRITE_X, Recorded.FLAG), tuple(Recorded.WRITE_X, LOCK));
    }

    @Test
    void writer_thatReadersOvertake_isToldHowOften() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            enter(READ);
            waiting(
                    this::askToWrite,
                    () -> {
                        for (int i = 0; i < 3; i++) {
                            aside(() -> {
                                enter(READ);
                                leave(READ);
                            });
                        }
                        leave(READ);
                    },
                    this::enterToWrite);
        });
        assertThat(overtaken(recorded)).isEqualTo(3);
    }

    @Test
    void exclusiveLock_waiterThatOthersOvertake_isToldHowOften_butNotOfThoseWhoAskedBefore() throws Exception {
        Runnable take = () -> SyncProbe.locked(lock, Space.LOCK, LOCK);
        Runnable ask = () -> SyncProbe.ask(lock, Space.LOCK, LOCK);
        Runnable letGo = () -> SyncProbe.unlocking(lock, lock, Space.LOCK, LOCK);
        Recorded recorded = Recorded.play(() -> {
            take.run();
            // The outer one asks first; then the inner one is overtaken by two, and the outer one takes it after them.
            waiting(ask, () -> waitingBehind(ask, take, letGo), () -> {
                take.run();
                letGo.run();
            });
        });
        List<Integer> overtaken = recorded.of("LockHandoff").stream()
                .filter(handoff -> handoff.getLong("waitNanos") > 0)
                .map(handoff -> handoff.getInt("overtaken"))
                .toList();
        assertThat(overtaken)
                .as("the inner one, behind one that still waits; the outer one")
                .containsExactly(1, 3);
    }

    /** Who has it was not seen when it was asked for: the wait is not told, the edge is. */
    @Test
    void exclusiveLock_takenBeforeTheWindow_isHandedOnAfterAnUnknownTime() throws Exception {
        Recorded recorded = Recorded.play(() -> waiting(
                () -> SyncProbe.ask(lock, Space.LOCK, LOCK),
                () -> SyncProbe.unlocking(lock, lock, Space.LOCK, LOCK),
                () -> SyncProbe.locked(lock, Space.LOCK, LOCK)));
        assertThat(recorded.of("LockHandoff"))
                .extracting(handoff -> handoff.getLong("waitNanos"), handoff -> handoff.getLong("holdNanos"))
                .containsExactly(tuple(0L, 0L));
        assertThat(recorded.windowEvent().getBoolean("complete")).isTrue();
    }

    @Test
    void exclusiveLock_ofAThreadThatDied_isHandedToNobody() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            onThread(() -> SyncProbe.locked(lock, Space.LOCK, LOCK));
            onThread(() -> {
                SyncProbe.ask(lock, Space.LOCK, LOCK);
                SyncProbe.refused(new InterruptedException(), lock, Space.LOCK, LOCK);
            });
            onThread(() -> {
                SyncProbe.ask(lock, Space.LOCK, LOCK);
                SyncProbe.lockedIfTrue(false, lock, Space.LOCK, LOCK);
            });
        });
        assertThat(recorded.of("LockHandoff")).isEmpty();
        assertThat(recorded.windowEvent().getBoolean("complete")).isTrue();
    }

    /** Asks on a thread of its own, has two others take the lock before it, and gives it back. */
    private static void waitingBehind(Runnable ask, Runnable take, Runnable letGo) {
        try {
            waiting(
                    ask,
                    () -> {
                        letGo.run();
                        for (int i = 0; i < 2; i++) {
                            aside(() -> {
                                take.run();
                                letGo.run();
                            });
                        }
                    },
                    () -> {
                        take.run();
                        letGo.run();
                    });
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts", e);
        }
    }

    private static void aside(Runnable body) {
        try {
            onThread(body);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts", e);
        }
    }

    private static int overtaken(Recorded recorded) {
        assertThat(recorded.of("LockHandoff")).hasSize(1);
        return recorded.of("LockHandoff").get(0).getInt("overtaken");
    }

    private static void isWaitThatOrdersNothing(RecordedEvent handoff) {
        assertThat(handoff.getInt("fromEpoch")).isZero();
        assertThat(handoff.getInt("fromThread")).isNotEqualTo(handoff.getInt("toThread"));
        assertThat(handoff.getInt("waiters")).isEqualTo(1);
        assertThat(handoff.getLong("holdNanos")).isPositive();
        assertThat(handoff.getLong("waitNanos")).isPositive();
        assertThat(handoff.getLong("latencyNanos")).isBetween(0L, handoff.getLong("waitNanos"));
    }
}
