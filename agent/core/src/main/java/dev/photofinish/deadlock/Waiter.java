package dev.photofinish.deadlock;

import java.lang.management.LockInfo;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A thread that waits for a lock.
 *
 * @param id its {@link Thread#getId}
 * @param owner that of the thread that has the lock
 * @param taken where it took the monitors that it holds
 */
record Waiter(
        long id,
        String name,
        Lock wanted,
        long owner,
        List<StackTraceElement> stack,
        Map<Lock, StackTraceElement> taken) {

    /** One lock, by its class and identity hash. */
    record Lock(String className, int identity) {
        static Lock of(Object lock) {
            return new Lock(lock.getClass().getName(), System.identityHashCode(lock));
        }

        private static Lock of(LockInfo info) {
            return new Lock(info.getClassName(), info.getIdentityHashCode());
        }
    }

    /** What the JVM told of a thread; null where that waits for nothing, or is gone. */
    static @Nullable Waiter of(@Nullable ThreadInfo info) {
        LockInfo wanted = info == null ? null : info.getLockInfo();
        if (info == null || wanted == null) {
            return null;
        }
        Map<Lock, StackTraceElement> taken = new HashMap<>();
        for (MonitorInfo monitor : info.getLockedMonitors()) {
            if (monitor.getLockedStackFrame() != null) {
                taken.put(Lock.of(monitor), monitor.getLockedStackFrame());
            }
        }
        return new Waiter(
                info.getThreadId(),
                info.getThreadName(),
                Lock.of(wanted),
                info.getLockOwnerId(),
                List.of(info.getStackTrace()),
                taken);
    }
}
