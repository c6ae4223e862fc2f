package dev.photofinish.shadow;

import org.jspecify.annotations.Nullable;

/** Has the threads that have used some {@link UnseenWays} count as one with a thread of which the code that may have is not seen. */
final class Merging implements Buckets.Visitor<ThreadShadow> {
    private final @Nullable ThreadShadow unseen;
    private final long ways;
    private boolean found;

    /** @param unseen null where it has met no probe */
    Merging(@Nullable ThreadShadow unseen, long ways) {
        this.unseen = unseen;
        this.ways = ways;
    }

    /** Whether there was such a thread. */
    boolean found() {
        return found;
    }

    @Override
    public void visit(ThreadShadow thread) {
        if (thread != unseen && thread.touched.any(ways)) {
            thread.merged = true;
            found = true;
        }
    }
}
