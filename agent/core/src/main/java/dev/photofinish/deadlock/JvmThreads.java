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

    private final @Nullable Method root;
    private final @Nullable Method children;
    private final @Nullable Method threads;
    private final @Nullable Method owner;
    private final @Nullable Method snapshot;
    private final @Nullable Method threadState;
    private final @Nullable Method blockedOn;
    private final @Nullable Method stackTrace;
    private final @Nullable Method ownedMonitorsAt;
    private volatile String problem = "";

    JvmThreads(Instrumentation instrumentation) {
        int feature = Runtime.version().feature();
        Method foundRoot = null;
        Method foundChildren = null;
        Method foundThreads = null;
        Method foundOwner = null;
        Method foundSnapshot = null;
        Method foundState = null;
        Method foundBlockedOn = null;
        Method foundStackTrace = null;
        Method foundOwned = null;
        if (feature >= FIRST_WITH_VIRTUAL) {
            try {
                Set<Module> own = Set.of(JvmThreads.class.getModule());
                instrumentation.redefineModule(
                        Object.class.getModule(),
                        Set.of(),
                        Map.of(),
                        Map.of(INTERNAL, own, LOCKS, own),
                        Set.of(),
                        Map.of());
                foundRoot = method(INTERNAL + ".ThreadContainers", "root");
                foundChildren = method(INTERNAL + ".ThreadContainer", "children");
                foundThreads = method(INTERNAL + ".ThreadContainer", "threads");
                foundOwner = method(AbstractOwnableSynchronizer.class.getName(), "getExclusiveOwnerThread");
                if (feature >= FIRST_WITH_MONITORS) {
                    foundSnapshot = method(INTERNAL + ".ThreadSnapshot", "of", Thread.class);
                    foundState = method(INTERNAL + ".ThreadSnapshot", "threadState");
                    foundBlockedOn = method(INTERNAL + ".ThreadSnapshot", "blockedOn");
                    foundStackTrace = method(INTERNAL + ".ThreadSnapshot", "stackTrace");
                    foundOwned = method(INTERNAL + ".ThreadSnapshot", "ownedMonitorsAt", int.class);
                }
            } catch (ReflectiveOperationException | RuntimeException refused) {
                problem = refused.toString();
            }
        }
        this.root = foundRoot;
        this.children = foundChildren;
        this.threads = foundThreads;
        this.owner = foundOwner;
        this.snapshot = foundSnapshot;
        this.threadState = foundState;
        this.blockedOn = foundBlockedOn;
        this.stackTrace = foundStackTrace;
        this.ownedMonitorsAt = foundOwned;
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
        if (root != null && owner != null) {
            try {
                add(root.invoke(null), all);
            } catch (ReflectiveOperationException refused) {
                problem = refused.toString();
            }
        }
        return all;
    }

    private void add(@Nullable Object container, List<Thread> all) throws ReflectiveOperationException {
        if (threads == null || children == null || container == null) {
            return;
        }
        try (Stream<?> own = (Stream<?>) threads.invoke(container)) {
            own.forEach(thread -> all.add((Thread) thread));
        }
        List<?> inner;
        try (Stream<?> containers = (Stream<?>) children.invoke(container)) {
            inner = containers.toList();
        }
        for (Object each : inner) {
            add(each, all);
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
            return owner == null ? null : (Thread) owner.invoke(lock);
        } catch (ReflectiveOperationException refused) {
            problem = refused.toString();
            return null;
        }
    }

    /** A look at one thread; null where it has ended, or the JVM does not tell. */
    @Nullable
    Look look(Thread thread) {
        if (snapshot == null || threadState == null || blockedOn == null || stackTrace == null) {
            return null;
        }
        try {
            Object taken = snapshot.invoke(null, thread);
            if (taken == null) {
                return null;
            }
            // It refuses the question of threads that are not blocked.
            boolean blocked = threadState.invoke(taken) == Thread.State.BLOCKED;
            return new Look(taken, blocked ? blockedOn.invoke(taken) : null, List.of((StackTraceElement[])
                    stackTrace.invoke(taken)));
        } catch (ReflectiveOperationException refused) {
            problem = refused.toString();
            return null;
        }
    }

    /** The monitors that the thread holds, taken in the frame at that depth of its stack. */
    List<?> monitors(Look look, int depth) {
        if (ownedMonitorsAt == null) {
            return List.of();
        }
        try (Stream<?> monitors = (Stream<?>) ownedMonitorsAt.invoke(look.snapshot(), depth)) {
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
