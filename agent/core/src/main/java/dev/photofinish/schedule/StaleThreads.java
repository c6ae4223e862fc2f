package dev.photofinish.schedule;

import dev.photofinish.shadow.Asked;
import dev.photofinish.shadow.Hindsight;
import dev.photofinish.shadow.UnseenWays;
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
import java.util.Set;
import java.util.function.Consumer;
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

    /** What was asked about the last window. */
    private UnseenWays ways = UnseenWays.NONE;

    private boolean merged;

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
        Unseen mayDo = Unseen.NOTHING;
        for (Stale one : stale) {
            mayDo = mayDo.and(mayDo(one));
        }
        ways = mayDo.ways();
        Asked.about(stale.stream().map(one -> one.thread).toArray(Thread[]::new), ways);
    }

    /** What all of the thread's old code may do. */
    private Unseen mayDo(Stale one) {
        Unseen all = Unseen.NOTHING;
        for (Frame frame : one.frames.keySet()) {
            Unseen unseen = methods.find(frame.className, frame.method);
            all = unseen == null ? all : all.and(unseen);
        }
        return all;
    }

    /** What the thread may have run of the frame in the window. */
    private record Ran(Thread thread, Frame frame, Unseen unseen) {}

    /**
     * If one of them did something in the window that could not be seen, makes the window incomplete, or has those threads count as
     * one that it may have ordered.
     */
    void afterWindow(Hindsight window, Consumer<String> incomplete) {
        merged = false;
        List<Ran> all = new ArrayList<>();
        for (Stale one : stale) {
            long cpu = cpuNanos(one.thread);
            if (cpu == one.cpuNanos && cpu >= 0) {
                continue;
            }
            Map<Frame, Integer> now = unseen(one.thread.getStackTrace());
            one.frames.forEach((frame, line) ->
                    all.add(new Ran(one.thread, frame, ran(window, one, frame, line, now.get(frame)))));
            one.frames.keySet().removeIf(frame -> hasRunNewCode(window, one.thread, frame));
        }
        for (Ran ran : all) {
            if (ran.unseen.releases()
                    || hasLearned(window, ran.thread, ran.unseen)
                    || (ran.unseen.ordersOthers() && !merge(window, ran, all))) {
                incomplete.accept("thread " + ran.thread.getName() + " ran code of " + ran.frame.className + "."
                        + ran.frame.method + " from before it was woven");
            }
        }
    }

    /*
     * What is done to a volatile field or monitor matters to who reads that field or takes that monitor: the threads that have done so
     * count as one with the thread that did it unseen, and nothing is claimed of races between them. A read that belongs to an update
     * (MethodNeeds.updateReads) does not count: the thread does the same whichever of the two came first, so that an execution exists
     * in which it came first, and what only that order would have ordered is unordered there. (The argument is that of weak causal
     * precedence: Kini, Mathur and Viswanathan, Dynamic Race Prediction in Linear Time, PLDI 2017, of critical sections that do not
     * conflict.)
     */
    private boolean merge(Hindsight window, Ran ran, List<Ran> all) {
        long bits = ran.unseen.bitsIn(ways);
        if (bits == 0) {
            return false;
        }
        merged |= window.merge(ran.thread, bits);
        for (Ran other : all) {
            if (other.thread != ran.thread && other.unseen.meets(ran.unseen)) {
                window.merge(ran.thread);
                window.merge(other.thread);
                merged = true;
            }
        }
        return true;
    }

    /** Whether threads of the last window count as one. */
    boolean merged() {
        return merged;
    }

    /** @param to the line at which the frame stands after the window, null where it is gone */
    private Unseen ran(Hindsight window, Stale one, Frame frame, int from, @Nullable Integer to) {
        Unseen exact = tellsOldFrames
                ? methods.between(frame.className, frame.method, from, to == null ? OldCode.LEFT : to)
                : null;
        if (exact != null) {
            // Who waits may do so for a monitor that a frame below has taken.
            return exact.monitors().isEmpty() ? exact : exact.withMonitors(mayDo(one));
        }
        Unseen unseen = methods.find(frame.className, frame.method);
        if (unseen == null) {
            return Unseen.NOTHING;
        }
        boolean ended = unseen.atExit() && (to == null || hasBegunAnew(window, one.thread, unseen));
        return ended ? unseen.and(Unseen.RELEASING) : unseen;
    }

    private static boolean hasLearned(Hindsight window, Thread thread, Unseen unseen) {
        return unseen.learns() && window.anyRelease(thread, unseen.search());
    }

    /** Whether the frame may be another one, of a call that began in the window. */
    private static boolean hasBegunAnew(Hindsight window, Thread thread, Unseen unseen) {
        return unseen.entries().stream().anyMatch(site -> window.hasRun(thread, site));
    }

    private boolean hasRunNewCode(Hindsight window, Thread thread, Frame frame) {
        Unseen unseen = methods.find(frame.className, frame.method);
        return unseen == null
                || (!(tellsOldFrames && methods.tells(frame.className))
                        && unseen.sites().stream().anyMatch(site -> window.hasRun(thread, site)));
    }

    private long cpuNanos(Thread thread) {
        return threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
                ? threads.getThreadCpuTime(thread.getId())
                : -1;
    }
}
