package dev.photofinish.deadlock;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK knows of its threads, virtual ones included, and tells nobody outside: all threads, who owns a lock of
 * java.util.concurrent, and (from JDK 25 on) which monitors a thread holds and waits for. Its classes are opened to the agent alone;
 * where they are not there, or not as expected, the question has no answer, and {@link #problem} says why.
 */
final class JvmThreads {
    private static final String INTERNAL = "jdk.internal.vm";
    private static final String LOCKS = "java.util.concurrent.locks";
    private static final int FIRST_WITH_VIRTUAL = 21;
    private static final int FIRST_WITH_MONITORS = 25;
    private static final String VIRTUAL_GROUP = "VirtualThreads";

    private final @Nullable Containers containers;
    private final @Nullable Snapshots snapshots;
    private volatile String problem = "";

    JvmThreads(Instrumentation instrumentation) {
        int feature = Runtime.version().feature();
        Containers foundContainers = null;
        Snapshots foundSnapshots = null;
        if (feature >= FIRST_WITH_VIRTUAL) {
            try {
                open(instrumentation);
                foundContainers = Containers.find();
                foundSnapshots = feature >= FIRST_WITH_MONITORS ? Snapshots.find() : null;
            } catch (ReflectiveOperationException | RuntimeException refused) {
                problem = refused.toString();
            }
        }
        this.containers = foundContainers;
        this.snapshots = foundSnapshots;
    }

    private static void open(Instrumentation instrumentation) {
        Set<Module> own = Set.of(JvmThreads.class.getModule());
        instrumentation.redefineModule(
                Object.class.getModule(), Set.of(), Map.of(), Map.of(INTERNAL, own, LOCKS, own), Set.of(), Map.of());
    }

    /** Which threads there are, and who owns a lock. */
    private record Containers(Method root, Method children, Method threads, Method owner) {
        static Containers find() throws ReflectiveOperationException {
            String container = INTERNAL + ".ThreadContainer";
            return new Containers(
                    method(container + "s", "root"),
                    method(container, "children"),
                    method(container, "threads"),
                    method(AbstractOwnableSynchronizer.class.getName(), "getExclusiveOwnerThread"));
        }
    }

    /** What one thread does, with its monitors. */
    private record Snapshots(
            Method of, Method threadState, Method blockedOn, Method stackTrace, Method ownedMonitorsAt) {
        static Snapshots find() throws ReflectiveOperationException {
            String snapshot = INTERNAL + ".ThreadSnapshot";
            return new Snapshots(
                    method(snapshot, "of", Thread.class),
                    method(snapshot, "threadState"),
                    method(snapshot, "blockedOn"),
                    method(snapshot, "stackTrace"),
                    method(snapshot, "ownedMonitorsAt", int.class));
        }
    }

    private static Method method(String type, String name, Class<?>... parameters) throws ReflectiveOperationException {
        Method method = Class.forName(type).getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }

    /** Why the JDK does not answer; empty where it does, or has no virtual threads. */
    String problem() {
        return problem;
    }

    /** All threads that the JVM keeps track of, as of about now; none where it does not tell. */
    List<Thread> all() {
        List<Thread> all = new ArrayList<>();
        if (containers != null) {
            try {
                add(containers, containers.root.invoke(null), all);
            } catch (ReflectiveOperationException refused) {
                problem = refused.toString();
            }
        }
        return all;
    }

    private static void add(Containers containers, @Nullable Object container, List<Thread> all)
            throws ReflectiveOperationException {
        if (container == null) {
            return;
        }
        try (Stream<?> own = (Stream<?>) containers.threads.invoke(container)) {
            own.forEach(thread -> all.add((Thread) thread));
        }
        List<?> inner;
        try (Stream<?> children = (Stream<?>) containers.children.invoke(container)) {
            inner = children.toList();
        }
        for (Object each : inner) {
            add(containers, each, all);
        }
    }

    static boolean isVirtual(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group != null && group.getName().equals(VIRTUAL_GROUP);
    }

    /** Who has the lock; null for nobody. */
    @Nullable
    Thread owner(AbstractOwnableSynchronizer lock) {
        try {
            return containers == null ? null : (Thread) containers.owner.invoke(lock);
        } catch (ReflectiveOperationException refused) {
            problem = refused.toString();
            return null;
        }
    }

    /** A look at one thread; null where it has ended, or the JVM does not tell. */
    @Nullable
    Look look(Thread thread) {
        if (snapshots == null) {
            return null;
        }
        try {
            Object taken = snapshots.of.invoke(null, thread);
            if (taken == null) {
                return null;
            }
            // It refuses the question of threads that are not blocked.
            boolean blocked = snapshots.threadState.invoke(taken) == Thread.State.BLOCKED;
            return new Look(taken, blocked ? snapshots.blockedOn.invoke(taken) : null, List.of((StackTraceElement[])
                    snapshots.stackTrace.invoke(taken)));
        } catch (ReflectiveOperationException refused) {
            problem = refused.toString();
            return null;
        }
    }

    /** The monitors that the thread holds, taken in the frame at that depth of its stack. */
    List<?> monitors(Look look, int depth) {
        if (snapshots == null) {
            return List.of();
        }
        try (Stream<?> monitors = (Stream<?>) snapshots.ownedMonitorsAt.invoke(look.snapshot(), depth)) {
            return monitors.toList();
        } catch (ReflectiveOperationException refused) {
            problem = refused.toString();
            return List.of();
        }
    }

    /**
     * One thread at one moment.
     *
     * @param blockedOn the monitor that it wants to enter; null for none
     */
    record Look(Object snapshot, @Nullable Object blockedOn, List<StackTraceElement> stack) {}
}
