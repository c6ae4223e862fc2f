package dev.photofinish.schedule;

import dev.photofinish.govern.Clocks;
import dev.photofinish.weave.WeaveLog;
import dev.photofinish.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Has the JVM hand classes to the weaver anew, so many at once that the application is not stopped for long: the JVM exchanges
 * the code of a batch at one safepoint. Used by one agent thread at a time.
 */
final class Retransformation {
    // Each exchange has the JVM walk through all its classes, however few it exchanges, and give up what its compilers
    // are at work on, the agent's own code too: a few large ones cost less in all than many small ones.
    private static final int FIRST_BATCH = 200;
    private static final int SMALLEST_BATCH = 100;
    private static final int LARGEST_BATCH = 600;

    /** What an exchange may take before the next one is of fewer classes. */
    private static final long LONG_NANOS = 40_000_000L;

    /** What it takes at the most while the next one may be of more. */
    private static final long SHORT_NANOS = 30_000_000L;

    private final Instrumentation instrumentation;
    private final Weaver weaver;
    private final WeaveLog log;
    private final Clocks clocks;
    private final Predicate<Class<?>> isInitialized;
    private int batch = FIRST_BATCH;
    // Written by the thread that weaves, read by others.
    private volatile long jvmNanos;

    /** @param isInitialized whether the initialization of a class is over, and did not fail */
    Retransformation(
            Instrumentation instrumentation,
            Weaver weaver,
            WeaveLog log,
            Clocks clocks,
            Predicate<Class<?>> isInitialized) {
        this.isInitialized = isInitialized;
        this.instrumentation = instrumentation;
        this.weaver = weaver;
        this.log = log;
        this.clocks = clocks;
    }

    void run(List<Class<?>> classes) {
        for (int from = 0; from < classes.size(); ) {
            int to = Math.min(from + batch, classes.size());
            long start = System.nanoTime();
            long cpuBefore = clocks.ownCpuNanos();
            long operationsBefore = clocks.operationCpuNanos();
            batch(classes.subList(from, to));
            // Of the exchange another thread does the work, that of the JVM; meanwhile this one waits, and for a
            // processor.
            long waited = Math.max(0, System.nanoTime() - start - (clocks.ownCpuNanos() - cpuBefore));
            long operations = clocks.operationCpuNanos();
            long stopped = operations < 0 ? waited : Math.min(waited, operations - operationsBefore);
            addJvmNanos(stopped);
            batch = next(batch, stopped);
            from = to;
        }
    }

    private synchronized void addJvmNanos(long nanos) {
        jvmNanos += nanos;
    }

    /** How many classes are to be exchanged at once, when so many took so long. */
    static int next(int batch, long nanos) {
        if (nanos > LONG_NANOS) {
            return Math.max(SMALLEST_BATCH, batch * 3 / 4);
        }
        return nanos > SHORT_NANOS ? batch : Math.min(LARGEST_BATCH, batch + batch / 4);
    }

    /** One call for the batch; when the JVM refuses it, the classes at fault are tried alone, and named. */
    private void batch(List<Class<?>> classes) {
        try {
            instrumentation.retransformClasses(classes.toArray(Class<?>[]::new));
        } catch (UnmodifiableClassException | LinkageError | RuntimeException | InternalError refused) {
            if (classes.size() == 1) {
                refused(classes.get(0), refused);
            } else {
                parts(classes).filter(part -> !part.isEmpty()).forEach(this::batch);
            }
        } finally {
            weaver.forgetLastHanded();
        }
    }

    /**
     * The classes of a batch that was refused, so that those at fault are soon alone: each exchange stops the application. The JVM refuses a
     * class that cannot be linked, of which many applications load some. It takes one class after the other, and stops at the first of which
     * it refuses what was woven: it is the last that it handed to the weaver. Where it was neither, those that are initialized first, which
     * could be linked, and then halves.
     */
    private Stream<List<Class<?>>> parts(List<Class<?>> classes) {
        int size = classes.size();
        Class<?> last = weaver.forgetLastHanded();
        List<Class<?>> uncertain =
                classes.stream().filter(isInitialized.negate()).toList();
        Set<Class<?>> unlinkable =
                uncertain.stream().filter(Linking::fails).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!unlinkable.isEmpty()) {
            List<Class<?>> others =
                    classes.stream().filter(type -> !unlinkable.contains(type)).toList();
            return Stream.concat(Stream.of(others), unlinkable.stream().map(type -> List.<Class<?>>of(type)));
        }
        int atFault = last == null ? -1 : classes.indexOf(last);
        if (atFault >= 0) {
            return Stream.of(
                    classes.subList(0, atFault), List.of(classes.get(atFault)), classes.subList(atFault + 1, size));
        }
        return uncertain.isEmpty() || uncertain.size() == size
                ? Stream.of(classes.subList(0, size / 2), classes.subList(size / 2, size))
                : Stream.of(classes.stream().filter(isInitialized).toList(), uncertain);
    }

    /** Whether it is the weaving that the JVM refuses or the class as it is, which then cannot run, is asked of the JVM. */
    private void refused(Class<?> type, Throwable refusal) {
        weaver.leaveAlone(type);
        try {
            instrumentation.retransformClasses(type);
            log.notWeavable(type.getName(), "refused by the JVM once woven, " + refusal);
            log.unseen(type.getName());
        } catch (UnmodifiableClassException | LinkageError | RuntimeException | InternalError asItIs) {
            log.notWeavable(type.getName(), "refused by the JVM as it is, " + asItIs);
        } finally {
            weaver.leaveAlone(null);
        }
    }

    /** Time in which the JVM exchanged code and the weaving thread did not work. */
    long jvmNanos() {
        return jvmNanos;
    }
}
