package dev.photofinish.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

class CallsTest {
    private static final List<String> UNSAFES = List.of("sun/misc/Unsafe", "jdk/internal/misc/Unsafe");

    @Test
    void orderingAccessesByUnsafe_areHandles() {
        for (String owner : UNSAFES) {
            for (String method : List.of(
                    "putOrderedLong",
                    "putLongVolatile",
                    "putReferenceRelease",
                    "getIntAcquire",
                    "getReferenceOpaque",
                    "compareAndSwapInt",
                    "compareAndSetLong",
                    "weakCompareAndSetInt",
                    "getAndAddLong",
                    "storeFence")) {
                assertThat(Calls.isHandle(Opcodes.INVOKEVIRTUAL, owner, method))
                        .as(owner + "." + method)
                        .isTrue();
            }
        }
    }

    @Test
    void plainAccessesByUnsafe_orderNothing() {
        for (String owner : UNSAFES) {
            for (String method : List.of("getLong", "putReference", "objectFieldOffset", "park", "allocateInstance")) {
                assertThat(Calls.isHandle(Opcodes.INVOKEVIRTUAL, owner, method))
                        .as(owner + "." + method)
                        .isFalse();
            }
        }
    }

    @Test
    void locksAndPermits_leaveTheirCaller() {
        assertThat(Calls.isLock("java/util/concurrent/locks/Lock", "lock")).isTrue();
        assertThat(Calls.isLock("java/util/concurrent/locks/StampedLock", "readLock"))
                .isTrue();
        assertThat(Calls.isLock("java/util/concurrent/locks/StampedLock", "tryUnlockWrite"))
                .isTrue();
        assertThat(Calls.isLock("java/util/concurrent/Semaphore", "acquire")).isTrue();
        assertThat(Calls.isLock("java/util/concurrent/Semaphore", "release")).isTrue();
    }

    /** Nothing would ever ask for their caller, and the thread's next lock operation would take it for its own. */
    @Test
    void whatOnlyAnswers_leavesNoCaller() {
        assertThat(Calls.isLock("java/util/concurrent/locks/ReentrantReadWriteLock", "readLock"))
                .isFalse();
        assertThat(Calls.isLock("java/util/concurrent/locks/StampedLock", "validate"))
                .isFalse();
        assertThat(Calls.isLock("java/util/concurrent/Semaphore", "availablePermits"))
                .isFalse();
    }

    @Test
    void pureReads_doNotPublish() {
        for (String method : List.of("getVolatile", "getAcquire", "getLongVolatile", "getIntAcquire", "loadFence")) {
            assertThat(Calls.releases(method)).as(method).isFalse();
            assertThat(Calls.acquires(method)).as(method).isTrue();
        }
        for (String method : List.of("getAndAddLong", "getAndAddAcquire", "compareAndSetAcquire", "putLongRelease")) {
            assertThat(Calls.releases(method)).as(method).isTrue();
        }
    }
}
