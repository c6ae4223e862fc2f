package dev.photofinish.shadow;

import dev.photofinish.event.LockStackEvent;

/**
 * Stacks of threads that wait for locks, and of those that make them wait, sampled by time: whenever a thread's account comes
 * to a millisecond, the stack of that moment is charged with all of it. So many short waits are sampled as fairly as a few
 * long ones, and a thread takes at most a thousand stacks in a second.
 */
final class LockStacks {
    private static final long PERIOD_NANOS = 1_000_000;

    private LockStacks() {}

    /** The thread has got the lock for which it waited. */
    static void waited(Shadow shadow, ThreadShadow thread, SyncShadow lock, long nanos) {
        thread.waitedOnAccount += nanos;
        if (thread.waitedOnAccount >= PERIOD_NANOS) {
            LockStackEvent.emit(shadow.window, false, lock.type, thread.waitedOnAccount);
            thread.waitedOnAccount = 0;
            shadow.countEmitted();
        }
    }

    /** The thread is about to let go of the lock, and has said so. */
    static void held(Shadow shadow, ThreadShadow thread, SyncShadow lock) {
        if (lock.lastWaiters > 0) {
            held(shadow, thread, lock, lock.lastHoldNanos);
        }
    }

    /** The same for a lock for which others wait, and that the thread has had that long. */
    static void held(Shadow shadow, ThreadShadow thread, SyncShadow lock, long nanos) {
        thread.heldOnAccount += nanos;
        if (thread.heldOnAccount >= PERIOD_NANOS) {
            LockStackEvent.emit(shadow.window, true, lock.type, thread.heldOnAccount);
            thread.heldOnAccount = 0;
            shadow.countEmitted();
        }
    }
}
