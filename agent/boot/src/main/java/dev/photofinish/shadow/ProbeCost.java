package dev.photofinish.shadow;

/**
 * What the open probes of a window have cost.
 *
 * @param entries probes that had something to do
 * @param timed how many of them were timed
 * @param timedNanos what those took together
 */
public record ProbeCost(long entries, long timed, long timedNanos) {
    static final class Sum implements Buckets.Visitor<ThreadShadow> {
        private long entries;
        private long timed;
        private long timedNanos;

        /** Of so many probes that are in no thread's shadow any more. */
        Sum(long entries) {
            this.entries = entries;
        }

        @Override
        public void visit(ThreadShadow thread) {
            entries += thread.entries;
            timed += thread.timed;
            timedNanos += thread.timedNanos;
        }

        ProbeCost cost() {
            return new ProbeCost(entries, timed, timedNanos);
        }
    }
}
