package dev.photofinish.probe;

import dev.photofinish.shadow.Freezes;
import dev.photofinish.shadow.Locks;
import dev.photofinish.shadow.Shadow;
import dev.photofinish.shadow.SharedLocks;
import dev.photofinish.shadow.Space;
import dev.photofinish.shadow.ThreadShadow;
import dev.photofinish.window.Gate;
import dev.photofinish.window.Window;
import jdk.internal.vm.annotation.DontInline;
import org.jspecify.annotations.Nullable;

/** The open path of every synchronization probe: finds the window and the thread, records, and lets nothing escape. */
final class Recorder {
    static final int RELEASE = 0;
    static final int ACQUIRE = 1;
    static final int ASK = 2;
    static final int ACQUIRED = 3;
    static final int REFUSED = 4;
    static final int RELEASING = 5;
    static final int WAIT = 6;
    static final int JOINED = 7;
    static final int CALL_SITE = 8;
    static final int RETRACT = 9;
    static final int INNER = 10;
    static final int INNER_NEXT = 11;
    static final int OPTIMISTIC = 12;
    static final int VALIDATED = 13;
    static final int REFUTED = 14;
    static final int END_OPTIMISTIC = 15;
    static final int CHECKED = 16;
    static final int FREEZE = 17;
    static final int REACH = 18;
    static final int VALIDATING = 19;
    static final int TRIED = 20;
    static final int ASK_SHARED = 21;
    static final int ENTERED = 22;
    static final int TURNED_AWAY = 23;
    static final int LEAVING = 24;
    static final int FROZE = 25;
    static final int ASK_TO_READ = 26;
    static final int READ = 27;

    private Recorder() {}

    /** Records the operation; answers true only for {@link #CHECKED}, where it is certain that the class was initialized before the window opened. */
    @DontInline
    static boolean record(int operation, @Nullable Object object, int space, int site) {
        Window window = Gate.window;
        if (window == null) {
            return false;
        }
        try {
            Shadow shadow = window.shadow();
            ThreadShadow thread = shadow.current();
            if (!thread.enter()) {
                return false;
            }
            try {
                thread.ran(site);
                if (operation == CHECKED) {
                    return object instanceof Class<?> type && shadow.initialized(thread, type, site);
                }
                record(operation, shadow, thread, object, space, site);
            } finally {
                thread.leave();
            }
        } catch (Throwable failure) {
            Gate.probeFailed = true;
            Failures.record(failure);
        }
        return false;
    }

    /** Whether this thread's probes do nothing from now on. */
    @DontInline
    static void silence(boolean begins) {
        Window window = Gate.window;
        if (window == null) {
            return;
        }
        try {
            ThreadShadow thread = window.shadow().current();
            if (begins) {
                thread.fallSilent();
            } else {
                thread.speak();
            }
        } catch (Throwable failure) {
            Gate.probeFailed = true;
            Failures.record(failure);
        }
    }

    private static void record(
            int operation, Shadow shadow, ThreadShadow thread, @Nullable Object object, int space, int site) {
        if (operation == RELEASE) {
            shadow.release(thread, object, space, site);
        } else if (operation == ACQUIRE) {
            shadow.acquire(thread, object, space, site);
        } else if (operation == READ) {
            shadow.read(thread, object, space, site);
        } else if (operation == CALL_SITE) {
            thread.calledFrom(site);
        } else if (operation == RETRACT) {
            shadow.retract(thread, object, space);
        } else if (operation == FROZE) {
            shadow.freeze(thread, site);
        } else if (operation == INNER_NEXT) {
            thread.innerNext();
        } else if (object != null) {
            lock(operation, shadow, thread, object, space, site);
        }
    }

    private static void lock(int operation, Shadow shadow, ThreadShadow thread, Object object, int space, int site) {
        switch (operation) {
            case ASK -> Locks.ask(shadow, thread, object, space);
            case ACQUIRED -> Locks.acquired(shadow, thread, object, space, site);
            case TRIED -> Locks.tried(shadow, thread, object, space, site);
            case REFUSED -> Locks.refused(shadow, thread, object, space);
            case RELEASING -> Locks.releasing(shadow, thread, object, space, site);
            case WAIT -> {
                if (space == Space.LOCK) {
                    SharedLocks.waiting(shadow, thread, object, site);
                }
                Locks.waiting(shadow, thread, object, space, site);
            }
            case ASK_SHARED -> SharedLocks.ask(shadow, thread, object, space);
            case ASK_TO_READ -> SharedLocks.askToRead(shadow, thread, object, space);
            case ENTERED -> SharedLocks.entered(shadow, thread, object, space, site);
            case TURNED_AWAY -> SharedLocks.turnedAway(thread);
            case LEAVING -> SharedLocks.leaving(shadow, thread, object, space, site);
            case INNER -> shadow.inner(object, space);
            case OPTIMISTIC -> shadow.beginOptimistic(thread, object);
            case VALIDATING -> shadow.validating(thread);
            case VALIDATED -> shadow.validated(thread, object, true);
            case REFUTED -> shadow.validated(thread, object, false);
            case END_OPTIMISTIC -> shadow.endOptimistic(thread);
            case FREEZE -> Freezes.freeze(shadow, thread, object, space, site);
            case REACH -> Freezes.reach(shadow, thread, object, space, site);
            case JOINED -> {
                if (object instanceof Thread other) {
                    shadow.joined(thread, other, site);
                }
            }
            default -> throw new IllegalArgumentException("operation 0 to 27 expected, found " + operation);
        }
    }
}
