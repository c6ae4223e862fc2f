package dev.photofinish.schedule;

import dev.photofinish.govern.Clocks;
import dev.photofinish.weave.WeaveLog;
import dev.photofinish.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.List;

/**
 * Has the JVM hand classes to the weaver anew, so many at once that the application is not stopped for long: the JVM exchanges
 * the code of a batch at one safepoint. Used by one agent thread at a time.
 */
final class Retransformation {
    // Each exchange has the JVM walk through all its classes, however few it exchanges: fewer at once would take longer
    // in all.
    private static final int FIRST_BATCH = 100;
    private static final int SMALLEST_BATCH = 60;
    private static final int LARGEST_BATCH = 150;

    /** What an exchange may take before the next one is of fewer classes. */
    private static final long LONG_NANOS = 40_000_000L;

    /** What it takes at the most while the next one may be of more. */
    private static final long SHORT_NANOS = 15_000_000L;

    private final Instrumentation instrumentation;
    private final Weaver weaver;
    private final WeaveLog log;
    private final Clocks clocks;
    private int batch = FIRST_BATCH;
    // Written by the thread that weaves, read by others.
    private volatile long jvmNanos;

    Retransformation(Instrumentation instrumentation, Weaver weaver, WeaveLog log, Clocks clocks) {
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
            batch(classes.subList(from, to));
            // Of the exchange itself another thread does the work, that of the JVM, while this one waits.
            long waited = Math.max(0, System.nanoTime() - start - (clocks.ownCpuNanos() - cpuBefore));
            addJvmNanos(waited);
            batch = next(batch, waited);
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

    /**
     * One call for the batch; when the JVM refuses it, the class at fault is tried alone, and named. The JVM takes one class
     * after the other and stops at the first that it refuses: it is the last that it handed to the weaver. Where that is not so,
     * halves until a class is alone.
     */
    private void batch(List<Class<?>> classes) {
        try {
            instrumentation.retransformClasses(classes.toArray(Class<?>[]::new));
        } catch (UnmodifiableClassException | LinkageError | RuntimeException | InternalError refused) {
            if (classes.size() == 1) {
                refused(classes.get(0), refused);
                return;
            }
            int atFault = classes.indexOf(weaver.forgetLastHanded());
            int from = atFault < 0 ? classes.size() / 2 : atFault;
            int to = atFault < 0 ? from : atFault + 1;
            for (List<Class<?>> part :
                    List.of(classes.subList(0, from), classes.subList(from, to), classes.subList(to, classes.size()))) {
                if (!part.isEmpty()) {
                    batch(part);
                }
            }
        } finally {
            weaver.forgetLastHanded();
        }
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
