package dev.photofinish.analyzer.contention;

import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.LockQueue;
import dev.photofinish.analyzer.finding.LockQueue.Blocker;
import dev.photofinish.analyzer.finding.LockQueue.GuardedField;
import dev.photofinish.analyzer.finding.LockQueue.HolderPause;
import dev.photofinish.analyzer.finding.LockSides;
import dev.photofinish.analyzer.finding.PauseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the figures of one place suggest. Each sentence names the figures that it rests on; where they are too few there is none. */
public final class Advice {
    private static final long FEW_HANDOFFS = 20;
    private static final int OFTEN_OVERTAKEN = 20;
    private static final double FAR_LONGER = 4;
    private static final long FEW_ACCESSES = 100;
    private static final double MOSTLY = 0.9;
    private static final double A_GOOD_PART = 0.25;
    private static final int FIELDS = 3;
    private static final long FEW_HOLDS = 5;

    /** Bytes in a nanosecond: less than a tenth of what a thread allocates that does nothing else (analyzer/RATIONALE.md). */
    private static final double FAST = 0.5;

    private final Contention place;
    private final LockQueue queue;
    private final List<String> sentences = new ArrayList<>();

    private Advice(Contention place, LockQueue queue) {
        this.place = place;
        this.queue = queue;
    }

    /** The sentences, none where windows saw nothing of the place. */
    public static List<String> of(Contention place) {
        LockQueue queue = place.queue();
        if (queue == null || place.waits() == 0) {
            return List.of();
        }
        Advice advice = new Advice(place, queue);
        advice.free();
        advice.holdOrLatency();
        advice.pauses();
        advice.collections();
        advice.allocation();
        advice.outliers();
        advice.convoys();
        advice.starvation();
        advice.roots();
        advice.guarded();
        advice.readers();
        return advice.sentences;
    }

    private void free() {
        long all = queue.free() + place.waits();
        if (all >= FEW_HANDOFFS) {
            say(
                    "The lock was free in %s of %d handoffs to this place%s.",
                    percent(queue.free(), all),
                    all,
                    queue.free() >= MOSTLY * all ? ": waits are the exception, look at who held it then" : "");
        }
    }

    private void holdOrLatency() {
        long meanHold = place.holdNanos() / place.waits();
        long meanLatency = queue.latencyNanos() / place.waits();
        if (place.waits() < FEW_HANDOFFS || place.holdNanos() == 0) {
            return;
        }
        if (meanLatency > meanHold) {
            say(
                    "A waiter had it %s after its release on average, which is longer than it was held (%s): waking threads"
                            + " costs more than what is done under the lock, so do more at a time or divide the lock.",
                    time(meanLatency), time(meanHold));
        } else {
            say(
                    "It was held for %s on average while others waited, and had by the next %s after its release: what is"
                            + " done under the lock is what they wait for.",
                    time(meanHold), time(meanLatency));
        }
    }

    /** Work that others need not wait for. */
    private void pauses() {
        List<HolderPause> own = queue.holderPauses().stream()
                .filter(pause -> !isCollection(pause))
                .toList();
        long paused = own.stream().mapToLong(HolderPause::nanos).sum();
        if (place.holdNanos() == 0 || paused < A_GOOD_PART * place.holdNanos()) {
            return;
        }
        String parts = own.stream()
                .map(pause -> percent(pause.nanos(), place.holdNanos()) + " " + PauseKind.words(pause.kind()))
                .collect(Collectors.joining(", "));
        say(
                "Of the %s that it was held while others waited, its holders did not run in %s at least (%s; shorter pauses make"
                        + " no event): do that before the lock is taken or after it is given back.",
                time(place.holdNanos()), percent(paused, place.holdNanos()), parts);
    }

    private static boolean isCollection(HolderPause pause) {
        return pause.kind().equals(PauseKind.COLLECTION.label());
    }

    private void collections() {
        long stopped = queue.holderPauses().stream()
                .filter(Advice::isCollection)
                .mapToLong(HolderPause::nanos)
                .sum();
        if (place.holdNanos() > 0 && stopped >= A_GOOD_PART * place.holdNanos()) {
            say(
                    "Of the %s that it was held while others waited, the garbage collector stopped all threads in %s: what keeps them"
                            + " waiting is the collector, and what is allocated, here or elsewhere.",
                    time(place.holdNanos()), percent(stopped, place.holdNanos()));
        }
    }

    /** What is allocated under a lock is paid there, by zeroing, and by the collections that it makes necessary. */
    private void allocation() {
        long nanos = queue.allocatedHoldNanos();
        if (queue.allocatedHolds() < FEW_HOLDS || queue.allocatedBytes() < FAST * nanos) {
            return;
        }
        say(
                "Its holders allocated %s while others waited, %s in each of %d holds: %.1f GB/s of the time that they held it"
                        + " (a thread that does nothing else comes to some 6). Make what is new before the lock is taken.",
                bytes(queue.allocatedBytes()),
                bytes(queue.allocatedBytes() / queue.allocatedHolds()),
                queue.allocatedHolds(),
                (double) queue.allocatedBytes() / Math.max(1, nanos));
    }

    private void outliers() {
        if (queue.holdOutliers() > 0) {
            say(
                    "%d of %d holds that made others wait were ten times as long as the median of their window; the longest"
                            + " took %s.",
                    queue.holdOutliers(), place.waits(), time(queue.maxHoldNanos()));
        }
    }

    private void convoys() {
        if (queue.convoys() > 0) {
            say(
                    "The queue stayed over %d handoffs in a row (%s in all, up to %d threads waiting) although each hold was"
                            + " short beside the waits: a convoy.",
                    queue.longestConvoy(), counted(queue.convoys(), "such queue"), queue.maxWaiters());
        }
    }

    private void starvation() {
        if (queue.maxOvertaken() >= OFTEN_OVERTAKEN) {
            say(
                    "Threads that asked later had it before one that waited %d times, up to %d times in one of %d waits: a waiter"
                            + " starves; a fair lock has them wait their turn, and waits for it cost more.",
                    queue.overtaken(), queue.maxOvertaken(), place.waits());
            sides();
        }
    }

    /** Which side of a read-write lock it is that starves: only where all who waited at the place were of one side. */
    private void sides() {
        LockSides sides = queue.sides();
        if (!LockSides.has(place.lockClass())) {
            return;
        }
        double read = sides.readNanos() / (double) Math.max(1, sides.readWaits());
        double write = sides.writeNanos() / (double) Math.max(1, sides.writeWaits());
        if (sides.toRead() == place.waits() && read >= FAR_LONGER * write) {
            starving("read", read, sides.readWaits(), "write", write, sides.writeWaits(), "readers");
        } else if (sides.toRead() == 0 && write >= FAR_LONGER * read) {
            starving("write", write, sides.writeWaits(), "read", read, sides.readWaits(), "writers");
        }
    }

    private void starving(
            String wanted, double mean, long waits, String other, double meanOther, long waitsOther, String who) {
        say(
                "Waits to %s took %s on average (%d of them), waits to %s of the same locks %s on average (%d of them): %s starve.",
                wanted, time((long) mean), waits, other, time((long) meanOther), waitsOther, who);
    }

    /** Where the holder itself waited for another lock, that lock is the one to look at. */
    private void roots() {
        long indirect = queue.blockers().stream()
                .filter(blocker -> blocker.depth() > 1)
                .mapToLong(Blocker::nanos)
                .sum();
        if (indirect >= A_GOOD_PART * place.waitNanos()) {
            Blocker root = queue.blockers().stream()
                    .filter(blocker -> blocker.depth() > 1)
                    .findFirst()
                    .orElseThrow();
            say(
                    "In %s of the time waited the holder waited itself: thread \"%s\" had %s, which it let go of at %s.",
                    percent(indirect, place.waitNanos()), root.thread(), root.lockClass(), root.site());
        }
    }

    private void guarded() {
        String fields = queue.guarded().stream()
                .filter(field -> field.held() >= MOSTLY * field.accesses())
                .limit(FIELDS)
                .map(field -> field.field() + " (" + field.held() + " of " + field.accesses() + ")")
                .collect(Collectors.joining(", "));
        if (!fields.isEmpty()) {
            say("Fields that are accessed under locks of this class, with the recorded accesses under it: %s.", fields);
        }
    }

    private void readers() {
        long held = queue.guarded().stream().mapToLong(GuardedField::held).sum();
        long reads = queue.guarded().stream().mapToLong(GuardedField::reads).sum();
        if (!LockSides.has(place.lockClass()) && held >= FEW_ACCESSES && reads >= MOSTLY * held) {
            say(
                    "%s of %d recorded accesses under it only read: readers of a read-write lock, or of a snapshot that writers"
                            + " replace, would not wait for each other.",
                    percent(reads, held), held);
        }
    }

    private void say(String format, Object... figures) {
        sentences.add(String.format(Locale.ROOT, format, figures));
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.0f %%", 100.0 * part / Math.max(1, whole));
    }

    private static String bytes(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f KB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static String time(long nanos) {
        return nanos < 10_000_000
                ? String.format(Locale.ROOT, "%.1f us", nanos / 1e3)
                : String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }
}
