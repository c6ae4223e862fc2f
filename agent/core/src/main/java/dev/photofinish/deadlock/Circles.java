package dev.photofinish.deadlock;

import dev.photofinish.event.DeadlockEvent;
import java.util.ArrayList;
import java.util.Collection;
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

    /** The circles among the threads. */
    static List<List<Waiter>> of(Collection<Waiter> waiters) {
        Map<Long, Waiter> byId = new HashMap<>();
        for (Waiter waiter : waiters) {
            byId.put(waiter.id(), waiter);
        }
        List<List<Waiter>> circles = new ArrayList<>();
        Set<Long> visited = new HashSet<>();
        for (Waiter start : byId.values()) {
            List<Waiter> path = new ArrayList<>();
            Waiter next = start;
            while (next != null && visited.add(next.id())) {
                path.add(next);
                next = byId.get(next.owner());
            }
            int first = next == null ? -1 : path.indexOf(next);
            if (first >= 0) {
                circles.add(path.subList(first, path.size()));
            }
        }
        return circles;
    }

    /** Emits the events of one circle. */
    static void emit(int number, List<Waiter> circle) {
        int size = circle.size();
        for (int i = 0; i < size; i++) {
            Waiter thread = circle.get(i);
            Waiter.Lock held = circle.get((i + size - 1) % size).wanted();
            Waiter.Lock wanted = thread.wanted();
            DeadlockEvent.emit(
                    number,
                    i,
                    size,
                    thread.name(),
                    shown(held.className()),
                    held.identity(),
                    line(thread.taken().get(held)),
                    shown(wanted.className()),
                    wanted.identity(),
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

    private static String stack(Waiter thread) {
        StringBuilder stack = new StringBuilder();
        thread.stack().stream()
                .limit(MOST_FRAMES)
                .forEach(frame -> stack.append(line(frame)).append('\n'));
        return stack.toString();
    }

    private static String line(@Nullable StackTraceElement frame) {
        return frame == null ? "" : frame.getClassName() + " " + frame.getMethodName() + " " + frame.getLineNumber();
    }
}
