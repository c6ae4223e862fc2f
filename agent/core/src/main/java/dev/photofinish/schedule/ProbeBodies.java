package dev.photofinish.schedule;

import dev.photofinish.govern.Clocks;
import dev.photofinish.weave.EmptyProbes;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;

/**
 * Empties the probes' methods and gives them back their bodies: all at one safepoint, so that no thread ever meets some of them empty and some
 * not. What was compiled with the others is compiled anew.
 */
final class ProbeBodies {
    private final Instrumentation instrumentation;
    private final Clocks clocks;
    private final EmptyProbes transformer = new EmptyProbes();
    private boolean empty;
    // Written by the thread that exchanges, read by others.
    private volatile long jvmNanos;

    ProbeBodies(Instrumentation instrumentation, Clocks clocks) {
        this.instrumentation = instrumentation;
        this.clocks = clocks;
    }

    /** While no window is open or prepared. */
    synchronized void empty() {
        if (empty) {
            return;
        }
        instrumentation.addTransformer(transformer, true);
        boolean done = false;
        try {
            exchange();
            done = true;
        } finally {
            if (!done) {
                instrumentation.removeTransformer(transformer);
            }
        }
        empty = true;
        Throwable problem = transformer.problem();
        if (problem != null) {
            throw new IllegalStateException("some probes are empty, and some are not: " + problem, problem);
        }
    }

    /** Until this returns, no window may open. */
    synchronized void restore() {
        if (empty) {
            instrumentation.removeTransformer(transformer);
            exchange();
            empty = false;
        }
    }

    private void exchange() {
        long start = System.nanoTime();
        long cpuBefore = clocks.ownCpuNanos();
        try {
            instrumentation.retransformClasses(EmptyProbes.types().toArray(Class<?>[]::new));
        } catch (UnmodifiableClassException refused) {
            throw new IllegalStateException("the JVM does not exchange the probes", refused);
        }
        long before = jvmNanos;
        jvmNanos = before + Math.max(0, System.nanoTime() - start - (clocks.ownCpuNanos() - cpuBefore));
    }

    /** Time in which the JVM exchanged code and the thread of the agent did not work. */
    long jvmNanos() {
        return jvmNanos;
    }
}
