package dev.photofinish.analyzer.finding;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where in the application's own code a stack is. */
public final class Places {
    /** What stands for a place that no stack tells. */
    public static final String UNKNOWN = "unknown";

    /** Packages of the agent's own threads; what is woven never runs in them. */
    private static final List<String> OF_THE_AGENT = List.of(
            "dev.photofinish.agent.",
            "dev.photofinish.schedule.",
            "dev.photofinish.transport.",
            "dev.photofinish.deadlock.",
            "dev.photofinish.govern.");

    /** Classes of the JDK in which threads are put to wait for whatever it is: where all is the JDK's, who asked for that says more. */
    private static final List<String> OF_WAITING =
            List.of("jdk.internal.misc.Unsafe", "sun.misc.Unsafe", "java.util.concurrent.locks.", "java.lang.Object");

    private static final Set<String> BLOCKS = Set.of("managedBlock", "unmanagedBlock", "compensatedBlock");

    private static final String LAMBDA = "$$Lambda";

    private Places() {}

    /**
     * The innermost frame outside the JDK as {@code Class.method:line}; where all are inside, the innermost that is not there to put
     * threads to wait, and the innermost of all where there is none of that kind either.
     */
    public static String of(List<Frame> stack) {
        Frame frame = frame(stack);
        return frame == null
                ? UNKNOWN
                : frame.className() + "." + frame.method() + (frame.line() < 0 ? "" : ":" + frame.line());
    }

    /** That frame; null where there is none. */
    public static @Nullable Frame frame(List<Frame> stack) {
        for (Frame frame : stack) {
            if (!ofJdk(frame.className())) {
                return frame;
            }
        }
        for (Frame frame : stack) {
            if (!isOfWaiting(frame)) {
                return frame;
            }
        }
        return stack.isEmpty() ? null : stack.get(0);
    }

    private static boolean isOfWaiting(Frame frame) {
        return OF_WAITING.stream().anyMatch(frame.className()::startsWith) || BLOCKS.contains(frame.method());
    }

    /** Whether the stack is one of the agent's own. */
    public static boolean ofTheAgent(List<Frame> stack) {
        return stack.stream().anyMatch(frame -> OF_THE_AGENT.stream().anyMatch(frame.className()::startsWith));
    }

    /**
     * Whether the class is one of the JDK, one that it made of a lambda (up to JDK 14 its frames are shown), or a probe that
     * woven code calls in its stead.
     */
    public static boolean ofJdk(String className) {
        return className.contains(LAMBDA)
                || className.startsWith("java.")
                || className.startsWith("jdk.")
                || className.startsWith("sun.")
                || className.startsWith("dev.photofinish.probe.");
    }
}
