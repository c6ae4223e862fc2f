package dev.photofinish.analyzer.contention;

import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.Places;
import dev.photofinish.analyzer.finding.WaitKind;
import dev.photofinish.analyzer.trace.LockWait;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a parked thread waits for. Most parks are no contention: an idle worker, a future that is not done, a condition that has not
 * come true. What a thread parks for tells them apart, and where that is shared by several (a condition is what queues, barriers and
 * pools wait on) the stack does:
 *
 * <table>
 * <caption>Rules, the first that fits</caption>
 * <tr><td>the stack comes from where a pool's worker asks for its next task, or waits for one itself</td><td>pool-idle</td></tr>
 * <tr><td>the synchronizer of a lock of {@code java.util.concurrent}</td><td>lock; also where {@code await} takes it again</td></tr>
 * <tr><td>the stack comes through a class of {@code java.util.concurrent} that waits by a condition</td><td>queue, barrier</td></tr>
 * <tr><td>another class of {@code java.util.concurrent}</td><td>by its name: condition, latch, future, queue, barrier</td></tr>
 * <tr><td>a class of the application, parked in its AbstractQueuedSynchronizer</td><td>exclusive: lock, shared: latch</td></tr>
 * <tr><td>anything else</td><td>park</td></tr>
 * </table>
 */
final class ParkRules {
    private static final String JUC = "java.util.concurrent.";
    private static final Pattern JDK_LOCK = Pattern.compile("(java\\.util\\.concurrent\\.(?:locks\\.(?:ReentrantLock"
            + "|ReentrantReadWriteLock|StampedLock)|Semaphore))(?:\\$\\w+)?");
    private static final Pattern SYNCHRONIZER =
            Pattern.compile("java\\.util\\.concurrent\\.locks\\.AbstractQueued(?:Long)?Synchronizer");
    private static final Pattern SHARED = Pattern.compile("(?:try)?[aA]cquireShared\\w*");

    /** Where a worker asks for work, whatever it calls to get it: class and method. */
    private static final List<Pattern> ASKS = List.of(
            Pattern.compile(".*ThreadPoolExecutor\\.getTask"),
            Pattern.compile("java\\.util\\.concurrent\\.ForkJoinPool\\.(?:awaitWork|deactivate)"),
            Pattern.compile("org\\.eclipse\\.jetty\\.util\\.thread\\.QueuedThreadPool\\.idleJobPoll"),
            Pattern.compile("io\\.netty\\.util\\.concurrent\\.\\w+Executor\\.takeTask"));

    /** Where it runs its tasks too, and is without work only where it waits there itself. */
    private static final List<Pattern> RUNS = List.of(
            Pattern.compile("java\\.util\\.concurrent\\.ForkJoinPool\\.(?:runWorker|scan)"),
            Pattern.compile("org\\.eclipse\\.jetty\\.util\\.thread\\.ReservedThreadExecutor\\$ReservedThread\\.\\w+"));

    /** By which threads wait. */
    private static final Pattern WAITS = Pattern.compile(
            "(?:jdk\\.internal\\.misc|sun\\.misc)\\.Unsafe|java\\.util\\.concurrent\\.(?:locks\\.\\w+|Semaphore|SynchronousQueue)(?:\\$\\w+)*");

    private static final Pattern QUEUE = Pattern.compile(".*(?:Queue|Deque|Exchanger)(?:\\$\\w+)*");
    private static final Pattern BARRIER = Pattern.compile(".*(?:CyclicBarrier|Phaser)(?:\\$\\w+)*");
    private static final Map<Pattern, WaitKind> BY_NAME = Map.of(
            Pattern.compile(".*\\$ConditionObject"),
            WaitKind.CONDITION,
            Pattern.compile(".*CountDownLatch(?:\\$\\w+)*"),
            WaitKind.LATCH,
            Pattern.compile(".*(?:FutureTask|CompletableFuture|ForkJoinTask|ExecutorCompletionService)(?:\\$\\w+)*"),
            WaitKind.FUTURE,
            QUEUE,
            WaitKind.QUEUE,
            BARRIER,
            WaitKind.BARRIER);

    private ParkRules() {}

    /** What a thread waited for: its kind, and the class as its user knows it. */
    record Parked(WaitKind kind, String waitedFor) {}

    static Parked parked(LockWait park) {
        String parkedFor = park.lockClass();
        if (isIdle(park.frames())) {
            return new Parked(WaitKind.POOL_IDLE, parkedFor);
        }
        Matcher jdkLock = JDK_LOCK.matcher(parkedFor);
        if (jdkLock.matches()) {
            return new Parked(WaitKind.LOCK, jdkLock.group(1));
        }
        if (parkedFor.startsWith(JUC)) {
            return ofJdk(parkedFor, park.frames());
        }
        WaitKind own = ofOwnSynchronizer(park.frames());
        return new Parked(own == null || Places.ofJdk(parkedFor) ? WaitKind.PARK : own, parkedFor);
    }

    private static boolean isIdle(List<Frame> frames) {
        boolean itself = true;
        for (Frame frame : frames) {
            String place = frame.className() + "." + frame.method();
            if (matches(ASKS, place) || (itself && matches(RUNS, place))) {
                return true;
            }
            itself &= WAITS.matcher(frame.className()).matches();
        }
        return false;
    }

    /** Whether a worker without work waits there, in that method itself. */
    static boolean isIdle(String className, String method) {
        String place = className + "." + method;
        return matches(ASKS, place) || matches(RUNS, place);
    }

    private static boolean matches(List<Pattern> patterns, String place) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(place).matches());
    }

    /** Which of them the application called is in the frames of the JDK before its own. */
    private static Parked ofJdk(String parkedFor, List<Frame> frames) {
        for (Frame frame : frames) {
            if (!Places.ofJdk(frame.className())) {
                break;
            }
            if (QUEUE.matcher(frame.className()).matches()) {
                return new Parked(WaitKind.QUEUE, outermost(frame.className()));
            }
            if (BARRIER.matcher(frame.className()).matches()) {
                return new Parked(WaitKind.BARRIER, outermost(frame.className()));
            }
        }
        for (Map.Entry<Pattern, WaitKind> rule : BY_NAME.entrySet()) {
            if (rule.getKey().matcher(parkedFor).matches()) {
                return new Parked(rule.getValue(), outermost(parkedFor));
            }
        }
        return new Parked(WaitKind.PARK, parkedFor);
    }

    /** A condition is known by its own name: the class around it is not what the application waits for. */
    private static String outermost(String className) {
        int dollar = className.endsWith("$ConditionObject") ? -1 : className.indexOf('$');
        return dollar < 0 ? className : className.substring(0, dollar);
    }

    private static @Nullable WaitKind ofOwnSynchronizer(List<Frame> frames) {
        boolean acquires = false;
        for (Frame frame : frames) {
            if (!Places.ofJdk(frame.className())) {
                break;
            }
            if (SYNCHRONIZER.matcher(frame.className()).matches()) {
                if (SHARED.matcher(frame.method()).matches()) {
                    return WaitKind.LATCH;
                }
                acquires |= frame.method().contains("cquire");
            }
        }
        return acquires ? WaitKind.LOCK : null;
    }
}
