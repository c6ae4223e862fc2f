package dev.photofinish.shadow;

import dev.photofinish.event.WindowThreadEvent;

/** Emits the totals of each thread that it visits, and adds them up: a reader counts the events of a window against them. */
final class ThreadTotals implements Buckets.Visitor<ThreadShadow> {
    private final Shadow shadow;
    int threads;
    long edges;
    long entries;

    ThreadTotals(Shadow shadow) {
        this.shadow = shadow;
    }

    @Override
    public void visit(ThreadShadow thread) {
        if (thread.excluded) {
            return;
        }
        threads++;
        edges += thread.edges;
        entries += thread.entries;
        OptimisticReads optimistic = thread.optimistic;
        if (optimistic != null && !thread.isAlive()) {
            optimistic.threadEnded(shadow, thread);
        }
        WindowThreadEvent.emit(
                shadow.window,
                thread.number,
                thread.javaThreadId,
                thread.currentName(),
                thread.group,
                thread.virtual,
                thread.edges,
                thread.accesses,
                thread.merged);
    }
}
