package dev.photofinish.analyzer.contention;

import dev.photofinish.analyzer.finding.Frame;
import java.util.List;

/** Where in the application's own code a stack is. */
final class Places {
    /** What stands for a place that no stack tells. */
    static final String UNKNOWN = "unknown";

    private Places() {}

    /** The innermost frame outside the JDK as {@code Class.method:line}; the innermost of all where all are inside. */
    static String of(List<Frame> stack) {
        for (Frame frame : stack) {
            if (!ofJdk(frame.className())) {
                return place(frame);
            }
        }
        return stack.isEmpty() ? UNKNOWN : place(stack.get(0));
    }

    static boolean ofJdk(String className) {
        return className.startsWith("java.") || className.startsWith("jdk.");
    }

    private static String place(Frame frame) {
        return frame.className() + "." + frame.method() + (frame.line() < 0 ? "" : ":" + frame.line());
    }
}
