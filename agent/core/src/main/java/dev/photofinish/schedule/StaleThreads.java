package dev.photofinish.schedule;

import dev.photofinish.shadow.Asked;
import dev.photofinish.shadow.Shadow;
import dev.photofinish.weave.OldCode;
import dev.photofinish.weave.StaleMethods;
import dev.photofinish.weave.Unseen;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Threads that were in the middle of a method when it was woven: what their old code does is not seen.
 *
 * <p>Such a thread spoils a window only when it ran in it something that could not be seen: whether it ran is told by its CPU
 * time, what it ran by where its frame stood before the window and where it stands after it. It stops being stale when the
 * frame has left its stack. Used by one agent thread.
 */
public final class StaleThreads {
    private static final String THREAD = Thread.class.getName();

    /*
     * HotSpot shows, up to JDK 27, a frame of old code with the line it stands at, but without the name of the source file, which
     * it knows for the newest code alone (Backtrace::get_source_file_name). So old frames are told from new ones where the class
     * has such a name. Where it has none, or this JVM shows it all the same, as JDK 28 does, every frame of a method that was
     * woven late counts as old until its thread has left it or run sites of the new code.
     */
    private final StaleMethods methods;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Stale> stale = new ArrayList<>();

    /** Those that were begun before the weaving by a method of {@link Thread} that showed its file. */
    private final Set<Thread> witnesses = new HashSet<>();

    private boolean tellsOldFrames;

    /** A frame is known by its method and by how many frames are below it. */
    private record Frame(String className, String method, int height) {}

    private static final class Stale {
        final Thread thread;

        /** With the line at which each of them stood. */
        final Map<Frame, Integer> frames;

        long cpuNanos;

        Stale(Thread thread, Map<Frame, Integer> frames) {
            this.thread = thread;
            this.frames = frames;
        }
    }

    /** Knows of no thread yet. */
    public StaleThreads(StaleMethods methods) {
        this.methods = methods;
    }

    /** Notes whose code is to be kept: before the first weaving. */
    void expect() {
        Set<String> classes = new HashSet<>();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            for (StackTraceElement element : stack) {
                classes.add(element.getClassName());
            }
            if (isBegunByThread(stack) && stack[stack.length - 1].getFileName() != null) {
                witnesses.add(thread);
            }
        });
        methods.expect(classes);
    }

    private static boolean isBegunByThread(StackTraceElement[] stack) {
        return stack.length > 0 && stack[stack.length - 1].getClassName().equals(THREAD);
    }

    /**
     * Whether a frame of old code shows no file: asks of the lowest frames, which cannot have been exchanged for others, of the
     * threads that were there before the weaving. {@link Thread} is always woven.
     */
    private boolean tellsOldFrames(Map<Thread, StackTraceElement[]> stacks) {
        int hidden = 0;
        for (Thread witness : witnesses) {
            StackTraceElement[] stack = stacks.getOrDefault(witness, new StackTraceElement[0]);
            if (isBegunByThread(stack)) {
                if (stack[stack.length - 1].getFileName() != null) {
                    return false;
                }
                hidden++;
            }
        }
        return hidden > 0;
    }

    /**
     * Looks at every thread: after the first weaving. Later ones change which fields are watched; a frame that is in the code
     * of an earlier one synchronizes under probes.
     */
    void findAll() {
        stale.clear();
        Set<String> classes = new HashSet<>();
        // Each stack from the thread itself, as later on: from JDK 21 on that leaves out frames of lambda objects,
        // which
        // getAllStackTraces counts, and a frame is known by its height.
        Map<Thread, StackTraceElement[]> stacks = new HashMap<>();
        Thread.getAllStackTraces().keySet().forEach(thread -> stacks.put(thread, thread.getStackTrace()));
        tellsOldFrames = tellsOldFrames(stacks);
        witnesses.clear();
        stacks.forEach((thread, stack) -> {
            Map<Frame, Integer> frames = unseen(stack);
            if (!frames.isEmpty() && thread != Thread.currentThread()) {
                stale.add(new Stale(thread, frames));
                frames.keySet().forEach(frame -> classes.add(frame.className));
            }
        });
        methods.settle(classes);
    }

    /** Whether it knows of one. */
    boolean any() {
        return !stale.isEmpty();
    }

    private Map<Frame, Integer> unseen(StackTraceElement[] stack) {
        Map<Frame, Integer> frames = new HashMap<>();
        for (int i = 0; i < stack.length; i++) {
            StackTraceElement element = stack[i];
            if ((!tellsOldFrames || element.getFileName() == null)
                    && methods.find(element.getClassName(), element.getMethodName()) != null) {
                Frame frame = new Frame(element.getClassName(), element.getMethodName(), stack.length - i);
                frames.put(frame, element.getLineNumber());
            }
        }
        return frames;
    }

    /** Notes where each of them stands and what it has run so far; drops those that have left their frames. */
    void beforeWindow() {
        for (int i = stale.size() - 1; i >= 0; i--) {
            Stale one = stale.get(i);
            if (!one.thread.isAlive()) {
                stale.remove(i);
                continue;
            }
            long cpu = cpuNanos(one.thread);
            if (cpu != one.cpuNanos || cpu < 0) {
                Map<Frame, Integer> now = unseen(one.thread.getStackTrace());
                one.frames.keySet().retainAll(now.keySet());
                one.frames.replaceAll(now::getOrDefault);
            }
            if (one.frames.isEmpty()) {
                stale.remove(i);
            } else {
                one.cpuNanos = cpuNanos(one.thread);
            }
        }
        Asked.about(stale.stream().map(one -> one.thread).toArray(Thread[]::new), fieldsWritten());
    }

    /** The volatile fields that their old code may write: numbers. */
    private int[] fieldsWritten() {
        return stale.stream()
                .flatMap(one -> one.frames.keySet().stream())
                .map(frame -> methods.find(frame.className, frame.method))
                .filter(Objects::nonNull)
                .flatMapToInt(unseen -> IntStream.of(unseen.written().numbers()))
                .distinct()
                .toArray();
    }

    /** What the thread may have run of the frame in the window. */
    private record Ran(Thread thread, Frame frame, Unseen unseen) {}

    /** Makes the window incomplete if one of them did something in it that could not be seen. */
    void afterWindow(Shadow shadow) {
        List<Ran> all = new ArrayList<>();
        for (Stale one : stale) {
            long cpu = cpuNanos(one.thread);
            if (cpu == one.cpuNanos && cpu >= 0) {
                continue;
            }
            Map<Frame, Integer> now = unseen(one.thread.getStackTrace());
            one.frames.forEach((frame, line) ->
                    all.add(new Ran(one.thread, frame, ran(shadow, one.thread, frame, line, now.get(frame)))));
            one.frames.keySet().removeIf(frame -> hasRunNewCode(shadow, one.thread, frame));
        }
        for (Ran ran : all) {
            if (matters(shadow, ran, all)) {
                shadow.incomplete("thread " + ran.thread.getName() + " ran code of " + ran.frame.className + "."
                        + ran.frame.method + " from before it was woven");
            }
        }
    }

    /** @param to the line at which the frame stands after the window, null where it is gone */
    private Unseen ran(Shadow shadow, Thread thread, Frame frame, int from, @Nullable Integer to) {
        Unseen exact = tellsOldFrames
                ? methods.between(frame.className, frame.method, from, to == null ? OldCode.LEFT : to)
                : null;
        if (exact != null) {
            return exact;
        }
        Unseen unseen = methods.find(frame.className, frame.method);
        if (unseen == null) {
            return Unseen.NOTHING;
        }
        boolean ended = unseen.atExit() && (to == null || hasBegunAnew(shadow, thread, unseen));
        return ended ? unseen.and(Unseen.RELEASING) : unseen;
    }

    /*
     * A volatile write matters to who reads it. A read that belongs to an update (MethodNeeds.updateReads) does not count: the thread
     * does the same whichever of the two came first, so that an execution exists in which it came first, and what only that order
     * would have ordered is unordered there. (The argument is that of weak causal precedence: Kini, Mathur and Viswanathan,
     * Dynamic Race Prediction in Linear Time, PLDI 2017, of critical sections that do not conflict.)
     */
    private static boolean matters(Shadow shadow, Ran ran, List<Ran> all) {
        Unseen unseen = ran.unseen;
        return unseen.releases()
                || hasLearned(shadow, ran.thread, unseen)
                || (unseen.writes()
                        && (shadow.anyRead(ran.thread, unseen.written())
                                || all.stream().anyMatch(o -> o.thread != ran.thread && o.unseen.reads(unseen))));
    }

    private static boolean hasLearned(Shadow shadow, Thread thread, Unseen unseen) {
        return unseen.learns() && shadow.anyRelease(thread, unseen.search());
    }

    /** Whether the frame may be another one, of a call that began in the window. */
    private static boolean hasBegunAnew(Shadow shadow, Thread thread, Unseen unseen) {
        return unseen.entries().stream().anyMatch(site -> shadow.hasRun(thread, site));
    }

    private boolean hasRunNewCode(Shadow shadow, Thread thread, Frame frame) {
        Unseen unseen = methods.find(frame.className, frame.method);
        return unseen == null
                || (!(tellsOldFrames && methods.tells(frame.className))
                        && unseen.sites().stream().anyMatch(site -> shadow.hasRun(thread, site)));
    }

    private long cpuNanos(Thread thread) {
        return threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
                ? threads.getThreadCpuTime(thread.getId())
                : -1;
    }
}
