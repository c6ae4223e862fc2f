package dev.photofinish.shadow;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The chain of releases of a {@link SyncShadow}. */
public class ReleaseCase {
    private static final int NONE = -1;

    private static SyncShadow sync() {
        return new SyncShadow(null, 0, Space.STATE, false);
    }

    /** The latest epoch that {@code thread} has released, as an acquirer finds it. */
    private static int epoch(SyncShadow sync, int thread) {
        for (Release release = sync.releases(); release != null; release = release.next) {
            if (release.thread == thread) {
                return release.epochAcquire();
            }
        }
        return NONE;
    }

    /** Two threads release for the first time. Results: the epochs in the chain. */
    @JCStressTest
    @State
    @Outcome(id = "5, 7", expect = Expect.ACCEPTABLE, desc = "Both are in the chain.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "A release was lost: a missing edge, a false alarm.")
    public static class Push {
        private final SyncShadow sync = sync();

        @Actor
        public void actor1() {
            sync.release(1, 5, 11);
        }

        @Actor
        public void actor2() {
            sync.release(2, 7, 22);
        }

        @Arbiter
        public void arbiter(II_Result r) {
            r.r1 = epoch(sync, 1);
            r.r2 = epoch(sync, 2);
        }
    }

    /**
     * A thread releases, then does the operation that publishes; another sees that, then acquires. Results: whether it saw the
     * operation, the epoch it learned.
     */
    @JCStressTest
    @State
    @Outcome(id = "0, .*", expect = Expect.ACCEPTABLE, desc = "No edge in the program.")
    @Outcome(id = "1, 5", expect = Expect.ACCEPTABLE, desc = "The edge of the program was recorded.")
    @Outcome(id = "1, .*", expect = Expect.FORBIDDEN, desc = "An edge of the program is missing: a false alarm.")
    public static class FirstEdge {
        private final SyncShadow sync = sync();
        private volatile boolean published;

        @Actor
        public void releaser() {
            sync.release(1, 5, 11);
            published = true;
        }

        @Actor
        public void acquirer(II_Result r) {
            r.r1 = published ? 1 : 0;
            r.r2 = epoch(sync, 1);
        }
    }

    /** The same of a thread that has released before: its link stands in the chain already. */
    @JCStressTest
    @State
    @Outcome(id = "0, .*", expect = Expect.ACCEPTABLE, desc = "No edge in the program.")
    @Outcome(id = "1, 5", expect = Expect.ACCEPTABLE, desc = "The edge of the program was recorded.")
    @Outcome(id = "1, .*", expect = Expect.FORBIDDEN, desc = "An edge of the program is missing: a false alarm.")
    public static class LaterEdge {
        private final SyncShadow sync = sync();
        private volatile boolean published;

        public LaterEdge() {
            sync.release(1, 3, 10);
        }

        @Actor
        public void releaser() {
            sync.release(1, 5, 11);
            published = true;
        }

        @Actor
        public void acquirer(II_Result r) {
            r.r1 = published ? 1 : 0;
            r.r2 = epoch(sync, 1);
        }
    }

    /** A release goes on while another thread reads it. Results: the epoch, the site read after it. */
    @JCStressTest
    @State
    @Outcome(id = "3, 10", expect = Expect.ACCEPTABLE, desc = "The release before.")
    @Outcome(id = "3, 11", expect = Expect.ACCEPTABLE, desc = "The site of the later release already.")
    @Outcome(id = "5, 11", expect = Expect.ACCEPTABLE, desc = "The later release.")
    @Outcome(id = "5, 10", expect = Expect.FORBIDDEN, desc = "The later epoch with the site of the release before.")
    public static class Site {
        private final SyncShadow sync = sync();

        public Site() {
            sync.release(1, 3, 10);
        }

        @Actor
        public void releaser() {
            sync.release(1, 5, 11);
        }

        @Actor
        public void acquirer(II_Result r) {
            Release release = sync.releases();
            if (release != null) {
                r.r1 = release.epochAcquire();
                r.r2 = release.site;
            }
        }
    }
}
