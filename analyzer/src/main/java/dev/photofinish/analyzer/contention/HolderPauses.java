package dev.photofinish.analyzer.contention;

import dev.photofinish.analyzer.finding.LockQueue.HolderPause;
import dev.photofinish.analyzer.finding.PauseKind;
import dev.photofinish.analyzer.trace.LockHandoff;
import dev.photofinish.analyzer.trace.ThreadPause;
import dev.photofinish.analyzer.trace.WindowThread;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What part of the time that locks were held while others waited their holders did not run, in one window. */
final class HolderPauses {
    private final WindowTrace trace;
    private final Map<Long, List<ThreadPause>> byThread;

    /** @param earliestNanos before which nothing was held that is asked of */
    HolderPauses(WindowTrace trace, Pauses pauses, long earliestNanos) {
        this.trace = trace;
        this.byThread = pauses.since(earliestNanos);
    }

    /** Of the holds that made those wait, one by one. */
    List<HolderPause> of(List<LockHandoff> waits) {
        List<HolderPause> found = new ArrayList<>();
        for (LockHandoff wait : waits) {
            WindowThread holder = trace.threads().get(wait.fromThread());
            if (holder == null || wait.holdNanos() == 0) {
                continue;
            }
            List<ThreadPause> own = byThread.getOrDefault(holder.javaThreadId(), List.of());
            for (ThreadPause pause : own) {
                add(found, pause.kind(), pause.nanosBetween(wait.heldFromNanos(), wait.releasedNanos()));
            }
            for (ThreadPause stop : byThread.getOrDefault(ThreadPause.EVERY_THREAD, List.of())) {
                add(found, stop.kind(), ofWhoRan(stop, own, wait));
            }
        }
        return found;
    }

    private static void add(List<HolderPause> found, PauseKind kind, long nanos) {
        if (nanos > 0) {
            found.add(new HolderPause(kind.label(), nanos));
        }
    }

    /** What a stop of all threads took of the hold where the holder did not pause by itself: no time counts twice. */
    private static long ofWhoRan(ThreadPause stop, List<ThreadPause> own, LockHandoff wait) {
        long from = Math.max(stop.startNanos(), wait.heldFromNanos());
        long to = Math.min(stop.startNanos() + stop.nanos(), wait.releasedNanos());
        if (to <= from) {
            return 0;
        }
        long nanos = to - from;
        for (ThreadPause pause : own) {
            nanos -= pause.nanosBetween(from, to);
        }
        return nanos;
    }
}
