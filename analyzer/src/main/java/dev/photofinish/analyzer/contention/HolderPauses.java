package dev.photofinish.analyzer.contention;

import dev.photofinish.analyzer.finding.LockQueue.HolderPause;
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
            for (ThreadPause pause : byThread.getOrDefault(holder.javaThreadId(), List.of())) {
                long part = pause.nanosBetween(wait.heldFromNanos(), wait.releasedNanos());
                if (part > 0) {
                    found.add(new HolderPause(pause.kind().label(), part));
                }
            }
        }
        return found;
    }
}
