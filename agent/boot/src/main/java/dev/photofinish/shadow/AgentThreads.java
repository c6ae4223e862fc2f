package dev.photofinish.shadow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tells the agent's own threads, which are never observed, by their thread group. */
public final class AgentThreads {
    private static final ThreadGroup GROUP = new ThreadGroup(root(), "photofinish");

    private AgentThreads() {}

    /** A daemon thread of the agent, not started. */
    public static Thread create(String name, Runnable body) {
        Thread thread = new Thread(GROUP, body, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    /** The number of the agent's threads that are alive, about. */
    public static int alive() {
        return GROUP.activeCount();
    }

    /** The agent's threads that are alive, and the JVM's that work for its recording. */
    public static Thread[] all() {
        Thread[] alive = new Thread[2 * root().activeCount() + 8];
        int count = root().enumerate(alive);
        int own = 0;
        for (int i = 0; i < count; i++) {
            Thread thread = alive[i];
            if (thread.getThreadGroup() == GROUP || thread.getName().startsWith("JFR ")) {
                alive[own] = thread;
                own++;
            }
        }
        return Arrays.copyOf(alive, own);
    }

    static boolean isExcluded(Thread thread) {
        for (ThreadGroup group = thread.getThreadGroup(); group != null; group = parent(group)) {
            if (group == GROUP || "CarrierThreads".equals(group.getName())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable ThreadGroup parent(ThreadGroup group) {
        return group.getParent();
    }

    private static ThreadGroup root() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (true) {
            ThreadGroup parent = parent(group);
            if (parent == null) {
                return group;
            }
            group = parent;
        }
    }
}
