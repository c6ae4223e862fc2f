package dev.photofinish.window;

import dev.photofinish.shadow.Looks;
import dev.photofinish.shadow.ThreadShadow;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Dekker's pattern of {@link Gate}: a probe announces itself, then looks whether the window is open; the closing thread closes
 * it, then looks for announcements. At least one of them must see the other.
 *
 * <p>Results: whether the probe found the window open, whether the closing thread found the probe.
 */
public class GateDekkerCase {
    private static final int DELAY = 2;
    private static final Window WINDOW = Steps.closed();

    abstract static class Dekker extends Meeting {
        final ThreadShadow thread = Looks.thread();

        abstract void announce();

        abstract boolean announced();

        final void probe(II_Result r) {
            comeAndWait();
            announce();
            r.r1 = Gate.fieldWindow == WINDOW ? 1 : 0;
            end();
        }

        final void close(II_Result r) {
            Gate.fieldWindow = WINDOW;
            // With the cache line here the other CPU's store takes a while.
            boolean early = announced();
            meet();
            Steps.work(Steps.nextDelay() * DELAY);
            Gate.fieldWindow = null;
            r.r2 = early || announced() ? 1 : 0;
            awaitEnd();
        }
    }

    /** As shipped: the flag by {@link ThreadShadow#enterFieldVolatile}. */
    @JCStressTest
    @State
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Recorded, and waited for.")
    @Outcome(id = "0, .", expect = Expect.ACCEPTABLE, desc = "Too late: not recorded.")
    @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "Recorded, and not waited for.")
    public static class FlagVolatile extends Dekker {
        @Override
        void announce() {
            thread.enterFieldVolatile();
        }

        @Override
        boolean announced() {
            return thread.inFieldVolatile();
        }

        @Actor
        public void prober(II_Result r) {
            probe(r);
        }

        @Actor
        public void closer(II_Result r) {
            close(r);
        }
    }

    /** Rejected: the flag by a release store. */
    @JCStressTest
    @State
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Recorded, and waited for.")
    @Outcome(id = "0, .", expect = Expect.ACCEPTABLE, desc = "Too late: not recorded.")
    @Outcome(
            id = "1, 0",
            expect = Expect.ACCEPTABLE_INTERESTING,
            desc =
                    "Why the flag is volatile: the store was still in the store buffer when the window was looked at, so an"
                            + " access is recorded that the closing thread does not wait for.")
    public static class FlagReleaseRejected extends Dekker {
        @Override
        void announce() {
            Looks.enterFieldRelease(thread);
        }

        @Override
        boolean announced() {
            return thread.inFieldVolatile();
        }

        @Actor
        public void prober(II_Result r) {
            probe(r);
        }

        @Actor
        public void closer(II_Result r) {
            close(r);
        }
    }

    /** As shipped: a thread's first probe in a window enters it into the table that the closing thread walks. */
    @JCStressTest
    @State
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Recorded, and waited for.")
    @Outcome(id = "0, .", expect = Expect.ACCEPTABLE, desc = "Too late: not recorded.")
    @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "Recorded, and not waited for.")
    public static class TableVolatile extends Dekker {
        private final Looks.Table table = new Looks.Table();

        @Override
        void announce() {
            table.add(thread);
        }

        @Override
        boolean announced() {
            return table.hasAnyVolatile();
        }

        @Actor
        public void prober(II_Result r) {
            probe(r);
        }

        @Actor
        public void closer(II_Result r) {
            close(r);
        }
    }

    /** Rejected: the table walked by acquire reads. */
    @JCStressTest
    @State
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Recorded, and waited for.")
    @Outcome(id = "0, .", expect = Expect.ACCEPTABLE, desc = "Too late: not recorded.")
    @Outcome(
            id = "1, 0",
            expect = Expect.ACCEPTABLE_INTERESTING,
            desc =
                    "Why the closing thread reads the table by volatile reads: an acquire may come before its own store of"
                            + " the gate. Not seen on x86, where HotSpot puts a full fence behind that store.")
    public static class TableAcquireRejected extends Dekker {
        private final Looks.Table table = new Looks.Table();

        @Override
        void announce() {
            table.add(thread);
        }

        @Override
        boolean announced() {
            return table.hasAcquire(thread);
        }

        @Actor
        public void prober(II_Result r) {
            probe(r);
        }

        @Actor
        public void closer(II_Result r) {
            close(r);
        }
    }
}
