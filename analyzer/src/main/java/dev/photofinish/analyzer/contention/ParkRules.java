package dev.photofinish.analyzer.contention;

import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.Places;
import dev.photofinish.analyzer.trace.LockWait;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which parks are waits for a lock. Most are not: an idle worker, a future that is not done, a condition that has not come
 * true. What a thread parks for tells them apart:
 *
 * <table>
 * <caption>Rules</caption>
 * <tr><td>the synchronizer of a lock of {@code java.util.concurrent}</td><td>a lock; also where {@code await} takes it again</td></tr>
 * <tr><td>any other class of the JDK</td><td>no lock: ConditionObject, FutureTask, CountDownLatch, queues, pools</td></tr>
 * <tr><td>a class of the application, parked in an exclusive acquire of its AbstractQueuedSynchronizer</td><td>a lock</td></tr>
 * <tr><td>anything else</td><td>no lock</td></tr>
 * </table>
 */
final class ParkRules {
    private static final Pattern JDK_LOCK = Pattern.compile("(java\\.util\\.concurrent\\.(?:locks\\.(?:ReentrantLock"
            + "|ReentrantReadWriteLock|StampedLock)|Semaphore))(?:\\$\\w+)?");
    private static final Pattern SYNCHRONIZER =
            Pattern.compile("java\\.util\\.concurrent\\.locks\\.AbstractQueued(?:Long)?Synchronizer");
    private static final Pattern SHARED = Pattern.compile("(?:try)?[aA]cquireShared\\w*");

    private ParkRules() {}

    /** The class of the lock, as its user knows it; null where the thread did not wait for a lock. */
    static @Nullable String lockClass(LockWait park) {
        String parkedFor = park.lockClass();
        Matcher jdkLock = JDK_LOCK.matcher(parkedFor);
        if (jdkLock.matches()) {
            return jdkLock.group(1);
        }
        if (Places.ofJdk(parkedFor)) {
            return null;
        }
        return acquiresExclusively(park.frames()) ? parkedFor : null;
    }

    private static boolean acquiresExclusively(List<Frame> frames) {
        boolean acquires = false;
        for (Frame frame : frames) {
            if (!Places.ofJdk(frame.className())) {
                break;
            }
            if (SYNCHRONIZER.matcher(frame.className()).matches()) {
                if (SHARED.matcher(frame.method()).matches()) {
                    return false;
                }
                acquires |= frame.method().contains("cquire");
            }
        }
        return acquires;
    }
}
