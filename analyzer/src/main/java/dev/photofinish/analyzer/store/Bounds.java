package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.finding.AccessReport;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.Guard;
import dev.photofinish.analyzer.finding.HeldLock;
import dev.photofinish.analyzer.finding.NearestSynchronization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits on what a monitored JVM can make us store: texts are cut, lists shortened, sums saturate. */
final class Bounds {
    static final int NAME_CHARS = 1000;
    static final int FINGERPRINT_CHARS = 200;
    static final int REASON_CHARS = 200;
    static final int KIND_CHARS = 40;

    private static final int FRAMES = 64;
    private static final int LOCKS = 32;
    private static final int REASONS = 16;

    private Bounds() {}

    static String cut(String text, int chars) {
        return text.length() <= chars ? text : text.substring(0, chars);
    }

    static long sum(long total, long more) {
        long added = total + Math.max(0, more);
        return added < total ? Long.MAX_VALUE : added;
    }

    static List<String> reasons(List<String> reasons) {
        return reasons.stream()
                .limit(REASONS)
                .map(reason -> cut(reason, NAME_CHARS))
                .toList();
    }

    static @Nullable Guard guard(@Nullable Guard guard) {
        return guard == null ? null : new Guard(cut(guard.lock(), NAME_CHARS), guard.held(), guard.of());
    }

    static @Nullable NearestSynchronization synchronization(@Nullable NearestSynchronization found) {
        return found == null
                ? null
                : new NearestSynchronization(
                        cut(found.releasedBy(), NAME_CHARS),
                        cut(found.releasedAt(), NAME_CHARS),
                        cut(found.acquiredBy(), NAME_CHARS),
                        cut(found.acquiredAt(), NAME_CHARS),
                        found.miss());
    }

    static List<Frame> frames(List<Frame> frames) {
        return frames.stream()
                .limit(FRAMES)
                .map(frame ->
                        new Frame(cut(frame.className(), NAME_CHARS), cut(frame.method(), NAME_CHARS), frame.line()))
                .toList();
    }

    static List<AccessReport> accesses(List<AccessReport> accesses) {
        return accesses.stream().map(Bounds::access).toList();
    }

    private static AccessReport access(AccessReport access) {
        List<HeldLock> locks = access.locks().stream()
                .limit(LOCKS)
                .map(lock -> new HeldLock(
                        cut(lock.lockClass(), NAME_CHARS), lock.identity(), cut(lock.acquiredAt(), NAME_CHARS)))
                .toList();
        return new AccessReport(
                cut(access.kind(), KIND_CHARS),
                cut(access.className(), NAME_CHARS),
                cut(access.method(), NAME_CHARS),
                access.line(),
                cut(access.thread(), NAME_CHARS),
                cut(access.pool(), NAME_CHARS),
                locks,
                access.locksUnknown(),
                frames(access.stack()),
                access.stackExact(),
                cut(access.submittedBy(), NAME_CHARS),
                frames(access.submission()));
    }
}
