package dev.photofinish.analyzer.contention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.contention.ParkRules.Parked;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.WaitKind;
import dev.photofinish.analyzer.trace.LockWait;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParkRulesTest {
    private static final String AQS = "java.util.concurrent.locks.AbstractQueuedSynchronizer";
    private static final String PARK = "java.util.concurrent.locks.LockSupport.park";
    private static final String CONDITION = AQS + "$ConditionObject";

    @ParameterizedTest
    @CsvSource({
        "java.util.concurrent.locks.ReentrantLock$NonfairSync, java.util.concurrent.locks.ReentrantLock",
        "java.util.concurrent.locks.ReentrantLock$FairSync, java.util.concurrent.locks.ReentrantLock",
        "java.util.concurrent.locks.ReentrantReadWriteLock$FairSync, java.util.concurrent.locks.ReentrantReadWriteLock",
        "java.util.concurrent.locks.StampedLock, java.util.concurrent.locks.StampedLock",
        "java.util.concurrent.Semaphore$NonfairSync, java.util.concurrent.Semaphore"
    })
    void parked_synchronizerOfALock_isTheLock(String parkedFor, String lock) {
        assertThat(ParkRules.parked(park(parkedFor, PARK, "acme.Worker.run")))
                .isEqualTo(new Parked(WaitKind.LOCK, lock));
    }

    @ParameterizedTest
    @CsvSource({
        "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject, CONDITION,"
                + " java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject",
        "java.util.concurrent.CountDownLatch$Sync, LATCH, java.util.concurrent.CountDownLatch",
        "java.util.concurrent.FutureTask, FUTURE, java.util.concurrent.FutureTask",
        "java.util.concurrent.CompletableFuture$Signaller, FUTURE, java.util.concurrent.CompletableFuture",
        "java.util.concurrent.SynchronousQueue$TransferStack, QUEUE, java.util.concurrent.SynchronousQueue",
        "java.util.concurrent.LinkedTransferQueue$DualNode, QUEUE, java.util.concurrent.LinkedTransferQueue",
        "java.util.concurrent.Phaser$QNode, BARRIER, java.util.concurrent.Phaser",
        "java.util.concurrent.ThreadPoolExecutor$Worker, PARK, java.util.concurrent.ThreadPoolExecutor$Worker",
        "unknown, PARK, unknown"
    })
    void parked_whatIsNoLock_isOfItsKind(String parkedFor, WaitKind kind, String waitedFor) {
        assertThat(ParkRules.parked(park(parkedFor, "jdk.internal.misc.Unsafe.park", PARK, "acme.Worker.run")))
                .isEqualTo(new Parked(kind, waitedFor));
    }

    @Test
    void parked_conditionOfAQueue_isTheQueue() {
        assertThat(ParkRules.parked(park(
                        CONDITION,
                        PARK,
                        CONDITION + ".await",
                        "java.util.concurrent.LinkedBlockingQueue.take",
                        "acme.Worker.run")))
                .isEqualTo(new Parked(WaitKind.QUEUE, "java.util.concurrent.LinkedBlockingQueue"));
    }

    @Test
    void parked_conditionOfABarrier_isTheBarrier() {
        assertThat(ParkRules.parked(park(
                        CONDITION,
                        PARK,
                        CONDITION + ".await",
                        "java.util.concurrent.CyclicBarrier.dowait",
                        "acme.Worker.run")))
                .isEqualTo(new Parked(WaitKind.BARRIER, "java.util.concurrent.CyclicBarrier"));
    }

    @Test
    void parked_queueUnderTheApplicationsOwnCode_isNotWhatItWaitsFor() {
        assertThat(ParkRules.parked(park(
                                CONDITION,
                                PARK,
                                CONDITION + ".await",
                                "acme.Worker.run",
                                "java.util.concurrent.LinkedBlockingQueue.drainTo"))
                        .kind())
                .isEqualTo(WaitKind.CONDITION);
    }

    @ParameterizedTest
    @CsvSource({
        "java.util.concurrent.ThreadPoolExecutor.getTask",
        "org.apache.tomcat.util.threads.ThreadPoolExecutor.getTask",
        "java.util.concurrent.ForkJoinPool.awaitWork",
        "org.eclipse.jetty.util.thread.QueuedThreadPool.idleJobPoll"
    })
    void parked_workerWithoutWork_isIdle(String where) {
        assertThat(ParkRules.parked(park(
                                CONDITION,
                                PARK,
                                "java.util.concurrent.LinkedBlockingQueue.take",
                                where,
                                "java.lang.Thread.run"))
                        .kind())
                .isEqualTo(WaitKind.POOL_IDLE);
    }

    @ParameterizedTest
    @CsvSource({
        "java.util.concurrent.ForkJoinPool.runWorker",
        "java.util.concurrent.ForkJoinPool.scan",
        "org.eclipse.jetty.util.thread.ReservedThreadExecutor$ReservedThread.reservedWait",
        "org.eclipse.jetty.util.thread.ReservedThreadExecutor$ReservedThread.run"
    })
    void parked_whereTasksAreRun_isIdleOnlyWithoutATask(String where) {
        assertThat(ParkRules.parked(park(CONDITION, "jdk.internal.misc.Unsafe.park", PARK, CONDITION + ".await", where))
                        .kind())
                .isEqualTo(WaitKind.POOL_IDLE);
        assertThat(ParkRules.parked(park(
                        "java.util.concurrent.locks.ReentrantLock$NonfairSync",
                        "jdk.internal.misc.Unsafe.park",
                        PARK,
                        AQS + ".acquire",
                        "java.util.concurrent.locks.ReentrantLock.lock",
                        "acme.Shop.sell",
                        where,
                        "java.lang.Thread.run")))
                .isEqualTo(new ParkRules.Parked(WaitKind.LOCK, "java.util.concurrent.locks.ReentrantLock"));
    }

    @Test
    void parked_ownSynchronizerTakenExclusively_isALock() {
        assertThat(ParkRules.parked(park(
                        "acme.Mutex$Sync",
                        "jdk.internal.misc.Unsafe.park",
                        PARK,
                        AQS + ".acquire",
                        AQS + ".acquire",
                        "acme.Mutex.lock")))
                .isEqualTo(new Parked(WaitKind.LOCK, "acme.Mutex$Sync"));
    }

    @Test
    void parked_ownSynchronizerTakenShared_isALatch() {
        assertThat(ParkRules.parked(park(
                                "acme.Gate$Sync",
                                PARK,
                                AQS + ".acquire",
                                AQS + ".acquireSharedInterruptibly",
                                "acme.Gate.await"))
                        .kind())
                .isEqualTo(WaitKind.LATCH);
    }

    @Test
    void parked_ownBlockerOutsideASynchronizer_isAPark() {
        assertThat(ParkRules.parked(park("acme.EventLoop", PARK, "acme.EventLoop.idle"))
                        .kind())
                .isEqualTo(WaitKind.PARK);
    }

    private static LockWait park(String parkedFor, String... frames) {
        List<Frame> stack = Stream.of(frames)
                .map(frame -> new Frame(
                        frame.substring(0, frame.lastIndexOf('.')), frame.substring(frame.lastIndexOf('.') + 1), 1))
                .toList();
        return new LockWait(LockWait.Kind.PARK, parkedFor, "", 0, 1, stack);
    }
}
