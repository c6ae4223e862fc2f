package dev.photofinish.deadlock;

import dev.photofinish.event.DeadlockEvent;
import java.lang.management.LockInfo;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Threads each of which waits for the lock of the next. */
final class Circles {
    private static final int MOST_FRAMES = 64;

    private Circles() {}

    /** The circles among the threads; some may be gone. */
    static List<List<ThreadInfo>> of(List<@Nullable ThreadInfo> infos) {
        Map<Long, ThreadInfo> byId = new HashMap<>();
        for (ThreadInfo info : infos) {
            if (info != null && info.getLockInfo() != null) {
                byId.put(info.getThreadId(), info);
            }
        }
        List<List<ThreadInfo>> circles = new ArrayList<>();
        Set<Long> visited = new HashSet<>();
        for (ThreadInfo start : byId.values()) {
            List<ThreadInfo> path = new ArrayList<>();
            ThreadInfo next = start;
            while (next != null && visited.add(next.getThreadId())) {
                path.add(next);
                next = byId.get(next.getLockOwnerId());
            }
            int first = next == null ? -1 : path.indexOf(next);
            if (first >= 0) {
                circles.add(path.subList(first, path.size()));
            }
        }
        return circles;
    }

    /** Emits the events of one circle. */
    static void emit(int number, List<ThreadInfo> circle) {
        int size = circle.size();
        for (int i = 0; i < size; i++) {
            ThreadInfo thread = circle.get(i);
            LockInfo held = circle.get((i + size - 1) % size).getLockInfo();
            LockInfo wanted = thread.getLockInfo();
            DeadlockEvent.emit(
                    number,
                    i,
                    size,
                    thread.getThreadName(),
                    shown(held.getClassName()),
                    held.getIdentityHashCode(),
                    heldAt(thread, held),
                    shown(wanted.getClassName()),
                    wanted.getIdentityHashCode(),
                    stack(thread));
        }
    }

    /** The lock that the application knows, for the inner synchronizer that stands for it. */
    private static String shown(String className) {
        int inner = className.indexOf('$');
        return className.startsWith("java.util.concurrent.locks.") && inner > 0
                ? className.substring(0, inner)
                : className;
    }

    private static String heldAt(ThreadInfo thread, LockInfo lock) {
        for (MonitorInfo monitor : thread.getLockedMonitors()) {
            if (monitor.getIdentityHashCode() == lock.getIdentityHashCode()
                    && monitor.getClassName().equals(lock.getClassName())
                    && monitor.getLockedStackFrame() != null) {
                return line(monitor.getLockedStackFrame());
            }
        }
        return "";
    }

    private static String stack(ThreadInfo thread) {
        StringBuilder stack = new StringBuilder();
        StackTraceElement[] frames = thread.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            stack.append(line(frames[i])).append('\n');
        }
        return stack.toString();
    }

    private static String line(StackTraceElement frame) {
        return frame.getClassName() + " " + frame.getMethodName() + " " + frame.getLineNumber();
    }
}
