package dev.photofinish.analyzer.contention;

import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Contention.Holder;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.LockQueue;
import dev.photofinish.analyzer.finding.Saturating;
import dev.photofinish.analyzer.finding.WaitBuckets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The waits at one place while they are added up. */
final class WaitRow {
    private static final int MAX_HOLDERS = 64;
    private static final String OTHER = "other";

    private final Map<HolderKey, Long> holders = new HashMap<>();
    private final long[] waitBuckets = new long[WaitBuckets.count()];
    private final IntervalSet times;
    private long waits;
    private long waitNanos;
    private long maxWaitNanos;
    private long holdNanos;
    private List<Frame> stack = List.of();
    private @Nullable LockQueue queue;

    WaitRow(IntervalSet times) {
        this.times = times;
    }

    void waited(long startNanos, long nanos, long held) {
        waits++;
        waitNanos = Saturating.add(waitNanos, nanos);
        maxWaitNanos = Math.max(maxWaitNanos, nanos);
        holdNanos = Saturating.add(holdNanos, held);
        waitBuckets[WaitBuckets.indexOf(nanos)]++;
        times.add(startNanos, startNanos + nanos);
    }

    void held(Holder holder) {
        HolderKey key = new HolderKey(holder.site(), holder.thread());
        HolderKey kept = holders.size() < MAX_HOLDERS || holders.containsKey(key) ? key : new HolderKey("", OTHER);
        holders.merge(kept, holder.count(), Saturating::add);
    }

    void stack(List<Frame> frames) {
        if (stack.isEmpty()) {
            stack = frames;
        }
    }

    void queue(LockQueue seen) {
        queue = seen;
    }

    Contention contention(WaitPlace place) {
        List<Holder> ranked = new ArrayList<>();
        holders.forEach((holder, count) -> ranked.add(new Holder(holder.site(), holder.thread(), count)));
        ranked.sort(Holder.MOST_FREQUENT_FIRST);
        return new Contention(
                place.lockClass(),
                place.site(),
                place.kind(),
                place.source(),
                waits,
                waitNanos,
                maxWaitNanos,
                times.settle(),
                holdNanos,
                ranked,
                stack,
                Arrays.stream(waitBuckets).boxed().toList(),
                queue);
    }

    private record HolderKey(String site, String thread) {}
}
