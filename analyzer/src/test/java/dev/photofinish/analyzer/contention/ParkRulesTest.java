package dev.photofinish.analyzer.contention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.trace.LockWait;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParkRulesTest {
    private static final String AQS = "java.util.concurrent.locks.AbstractQueuedSynchronizer";

    @ParameterizedTest
    @CsvSource({
        "java.util.concurrent.locks.ReentrantLock$NonfairSync, java.util.concurrent.locks.ReentrantLock",
        "java.util.concurrent.locks.ReentrantLock$FairSync, java.util.concurrent.locks.ReentrantLock",
        "java.util.concurrent.locks.ReentrantReadWriteLock$FairSync, java.util.concurrent.locks.ReentrantReadWriteLock",
        "java.util.concurrent.locks.StampedLock, java.util.concurrent.locks.StampedLock",
        "java.util.concurrent.Semaphore$NonfairSync, java.util.concurrent.Semaphore"
    })
    void lockClass_synchronizerOfALock_isTheLock(String parkedFor, String lock) {
        assertThat(ParkRules.lockClass(park(parkedFor))).isEqualTo(lock);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject",
                "java.util.concurrent.CountDownLatch$Sync",
                "java.util.concurrent.FutureTask",
                "java.util.concurrent.SynchronousQueue$TransferStack",
                "java.util.concurrent.ForkJoinPool",
                "java.util.concurrent.ThreadPoolExecutor$Worker",
                "java.util.concurrent.CompletableFuture$Signaller",
                "unknown"
            })
    void lockClass_whatIsNoLock_isNull(String parkedFor) {
        assertThat(ParkRules.lockClass(park(
                        parkedFor,
                        "jdk.internal.misc.Unsafe.park",
                        "java.util.concurrent.locks.LockSupport.park",
                        "acme.Worker.run")))
                .isNull();
    }

    @Test
    void lockClass_ownSynchronizerTakenExclusively_isItself() {
        assertThat(ParkRules.lockClass(park(
                        "acme.Mutex$Sync",
                        "jdk.internal.misc.Unsafe.park",
                        "java.util.concurrent.locks.LockSupport.park",
                        AQS + ".acquire",
                        AQS + ".acquire",
                        "acme.Mutex.lock")))
                .isEqualTo("acme.Mutex$Sync");
    }

    @Test
    void lockClass_ownSynchronizerTakenShared_isNull() {
        assertThat(ParkRules.lockClass(park(
                        "acme.Gate$Sync",
                        "java.util.concurrent.locks.LockSupport.park",
                        AQS + ".acquire",
                        AQS + ".acquireSharedInterruptibly",
                        "acme.Gate.await")))
                .isNull();
    }

    @Test
    void lockClass_ownBlockerOutsideASynchronizer_isNull() {
        assertThat(ParkRules.lockClass(
                        park("acme.EventLoop", "java.util.concurrent.locks.LockSupport.park", "acme.EventLoop.idle")))
                .isNull();
    }

    private static LockWait park(String parkedFor, String... frames) {
        List<Frame> stack = Stream.of(frames)
                .map(frame -> new Frame(
                        frame.substring(0, frame.lastIndexOf('.')), frame.substring(frame.lastIndexOf('.') + 1), 1))
                .toList();
        return new LockWait(LockWait.Kind.PARK, parkedFor, "", 1, stack);
    }
}
