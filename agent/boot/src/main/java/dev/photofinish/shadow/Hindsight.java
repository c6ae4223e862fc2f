package dev.photofinish.shadow;

import org.jspecify.annotations.Nullable;

/** What can be asked of a window when it has closed, because of threads that ran code without probes in it. */
public final class Hindsight {
    private final Buckets<ThreadShadow> threads;
    private final Buckets<SyncShadow> syncs;

    Hindsight(Buckets<ThreadShadow> threads, Buckets<SyncShadow> syncs) {
        this.threads = threads;
        this.syncs = syncs;
    }

    /** Whether the thread has run the woven code of {@code site} in this window, if that was asked; see {@link Asked}. */
    public boolean hasRun(Thread thread, int site) {
        ThreadShadow known = find(thread);
        return known != null && known.hasRun(site);
    }

    /** Whether a release was recorded in this window, by another thread than {@code except}, that the search looks for. */
    public boolean anyRelease(Thread except, ReleaseSearch search) {
        ThreadShadow own = find(except);
        return search.finds(syncs, own == null ? 0 : own.number);
    }

    /**
     * Has the thread, of which some code was not seen, count as one with all others that have used one of these ways in this
     * window; answers whether there were any.
     *
     * @param ways bits of the {@link UnseenWays} that were asked about
     */
    public boolean merge(Thread thread, long ways) {
        Merging merging = new Merging(find(thread), ways);
        threads.forEach(merging);
        if (merging.found()) {
            merge(thread);
        }
        return merging.found();
    }

    /** Has the thread count as one with all others of which that was said. */
    public void merge(Thread thread) {
        ThreadShadow own = find(thread);
        if (own != null) {
            own.merged = true;
        }
    }

    private @Nullable ThreadShadow find(Thread thread) {
        return threads.find(thread, Buckets.mix(System.identityHashCode(thread), 0), 0);
    }
}
