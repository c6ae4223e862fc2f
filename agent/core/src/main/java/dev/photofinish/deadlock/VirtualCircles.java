package dev.photofinish.deadlock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks for deadlocks that virtual threads are part of, which the JVM itself does not look for. Unlike the JVM it does not stop the
 * application: threads are looked at one after the other, so that two that fight for two locks may seem to wait for each other.
 * A circle counts when it was seen, the same in every thread and lock, at {@value #CONFIRMATIONS} looks in a row, by two passes each.
 */
final class VirtualCircles {
    private static final long SOONEST_NANOS = 4_000_000_000L;

    /** Looking takes at most this part of the time. */
    private static final long SHARE = 200;

    /** What may be a circle is looked at again sooner: seldom, and a few times. */
    private static final long SOONEST_AGAIN_NANOS = 2_000_000_000L;

    private static final long SHARE_AGAIN = 20;

    private static final int CONFIRMATIONS = 3;

    /** Most threads whose monitors are asked for in one pass: each is a handshake with the JVM. */
    private static final int MOST_LOOKS = 256;

    private final JvmThreads jvm;
    private Map<Set<Long>, Seen> candidates = new HashMap<>();
    private long nextLook = System.nanoTime();

    private record Seen(Set<Waiter.Lock> locks, int times) {}

    VirtualCircles(JvmThreads jvm) {
        this.jvm = jvm;
    }

    /** The circles that are certain by now; empty also where it is not time to look. */
    List<List<Waiter>> look() {
        long start = System.nanoTime();
        if (start - nextLook < 0) {
            return List.of();
        }
        Map<Set<Long>, Seen> seen = new HashMap<>();
        List<List<Waiter>> certain = new ArrayList<>();
        List<List<Waiter>> circles = circles();
        if (!circles.isEmpty()) {
            Set<Set<Waiter.Lock>> again = new HashSet<>();
            circles().forEach(circle -> again.add(locks(circle)));
            for (List<Waiter> circle : circles) {
                if (again.contains(locks(circle))) {
                    Seen now = count(circle);
                    seen.put(ids(circle), now);
                    if (now.times >= CONFIRMATIONS) {
                        certain.add(circle);
                    }
                }
            }
        }
        candidates = seen;
        long end = System.nanoTime();
        boolean suspected = seen.size() > certain.size();
        nextLook = suspected
                ? end + Math.max(SOONEST_AGAIN_NANOS, (end - start) * SHARE_AGAIN)
                : end + Math.max(SOONEST_NANOS, (end - start) * SHARE);
        return certain;
    }

    private Seen count(List<Waiter> circle) {
        Seen before = candidates.get(ids(circle));
        Set<Waiter.Lock> locks = locks(circle);
        int times = before != null && before.locks.equals(locks) ? before.times : 0;
        return new Seen(locks, Math.min(times + 1, CONFIRMATIONS));
    }

    private static Set<Long> ids(List<Waiter> circle) {
        Set<Long> ids = new HashSet<>();
        circle.forEach(waiter -> ids.add(waiter.id()));
        return ids;
    }

    private static Set<Waiter.Lock> locks(List<Waiter> circle) {
        Set<Waiter.Lock> locks = new HashSet<>();
        circle.forEach(waiter -> locks.add(waiter.wanted()));
        return locks;
    }

    /** One pass: the circles with a virtual thread. */
    private List<List<Waiter>> circles() {
        Map<Long, Thread> waiting = new HashMap<>();
        boolean anyVirtual = false;
        boolean anyBlocked = false;
        for (Thread thread : jvm.all()) {
            Thread.State state = thread.getState();
            boolean blocked = state == Thread.State.BLOCKED;
            if (blocked
                    || (state == Thread.State.WAITING
                            && LockSupport.getBlocker(thread) instanceof AbstractOwnableSynchronizer)) {
                waiting.put(thread.getId(), thread);
                anyVirtual |= JvmThreads.isVirtual(thread);
                anyBlocked |= blocked;
            }
        }
        // A deadlock of one virtual thread and platform threads has the virtual one among those that wait.
        if (!anyVirtual) {
            return List.of();
        }
        List<List<Waiter>> circles = new ArrayList<>();
        for (List<Waiter> circle : Circles.of(waiters(waiting, anyBlocked))) {
            if (circle.stream().anyMatch(waiter -> isVirtual(waiting.get(waiter.id())))) {
                circles.add(circle.stream()
                        .map(waiter -> withStack(waiter, waiting.get(waiter.id())))
                        .toList());
            }
        }
        return circles;
    }

    /** Many may wait, few are in a circle: stacks are taken of those alone. */
    private static Waiter withStack(Waiter waiter, @Nullable Thread thread) {
        return !waiter.stack().isEmpty() || thread == null
                ? waiter
                : new Waiter(
                        waiter.id(),
                        waiter.name(),
                        waiter.wanted(),
                        waiter.owner(),
                        List.of(thread.getStackTrace()),
                        waiter.taken());
    }

    private static boolean isVirtual(@Nullable Thread thread) {
        return thread != null && JvmThreads.isVirtual(thread);
    }

    private List<Waiter> waiters(Map<Long, Thread> waiting, boolean monitors) {
        Map<Long, JvmThreads.Look> looks = new HashMap<>();
        IdentityHashMap<Object, Long> owners = new IdentityHashMap<>();
        Map<Long, Map<Waiter.Lock, StackTraceElement>> taken = new HashMap<>();
        if (monitors) {
            waiting.values().stream().limit(MOST_LOOKS).forEach(thread -> {
                JvmThreads.Look look = jvm.look(thread);
                if (look != null) {
                    looks.put(thread.getId(), look);
                    taken.put(thread.getId(), taken(thread, look, owners));
                }
            });
        }
        List<Waiter> waiters = new ArrayList<>();
        waiting.forEach((id, thread) -> {
            JvmThreads.Look look = looks.get(id);
            Object blocker = LockSupport.getBlocker(thread);
            Object wanted = look != null && look.blockedOn() != null ? look.blockedOn() : blocker;
            Long owner = wanted instanceof AbstractOwnableSynchronizer lock && wanted == blocker
                    ? id(jvm.owner(lock))
                    : owners.get(wanted);
            if (wanted != null && owner != null && !owner.equals(id)) {
                waiters.add(new Waiter(
                        id,
                        name(thread),
                        Waiter.Lock.of(wanted),
                        owner,
                        look != null ? look.stack() : List.of(),
                        taken.getOrDefault(id, Map.of())));
            }
        });
        return waiters;
    }

    /** Where the thread took the monitors that it holds. */
    private Map<Waiter.Lock, StackTraceElement> taken(
            Thread thread, JvmThreads.Look look, IdentityHashMap<Object, Long> owners) {
        Map<Waiter.Lock, StackTraceElement> taken = new HashMap<>();
        List<StackTraceElement> stack = look.stack();
        for (int depth = 0; depth < stack.size(); depth++) {
            for (Object monitor : jvm.monitors(look, depth)) {
                if (monitor != look.blockedOn()) {
                    owners.put(monitor, thread.getId());
                    taken.put(Waiter.Lock.of(monitor), stack.get(depth));
                }
            }
        }
        return taken;
    }

    private static @Nullable Long id(@Nullable Thread thread) {
        return thread == null ? null : thread.getId();
    }

    private static String name(Thread thread) {
        String name = thread.getName();
        return name.isEmpty() ? "virtual thread " + thread.getId() : name;
    }
}
