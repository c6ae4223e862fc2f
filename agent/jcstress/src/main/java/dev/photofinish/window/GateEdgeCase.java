package dev.photofinish.window;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * {@link Gate#sync} is plain: the application's own edge carries it. Whoever acquires from a thread that saw the gate changed sees it
 * changed, though it has read the gate a moment before.
 *
 * <p>Results: whether the edge was seen, whether the gate was seen changed before that and after it.
 */
public class GateEdgeCase {
    abstract static class Edge extends Meeting {
        private boolean target;

        abstract void publish();

        final void change() {
            target = !Gate.sync;
            meet();
            Gate.sync = target;
            publish();
            awaitEnd();
        }

        final void answer(III_Result r, boolean before, boolean edge, boolean after) {
            r.r1 = edge ? 1 : 0;
            r.r2 = before == target ? 1 : 0;
            r.r3 = after == target ? 1 : 0;
            end();
        }
    }

    /** As it is in every program: the edge is an acquire of what was released. */
    @JCStressTest
    @State
    @Outcome(id = "0, ., .", expect = Expect.ACCEPTABLE, desc = "No edge.")
    @Outcome(id = "1, ., 1", expect = Expect.ACCEPTABLE, desc = "The edge brought the gate with it.")
    @Outcome(id = "1, ., 0", expect = Expect.FORBIDDEN, desc = "The gate was read before the edge.")
    public static class Acquire extends Edge {
        private volatile boolean published;

        @Override
        void publish() {
            published = true;
        }

        @Actor
        public void opener() {
            change();
        }

        @Actor
        public void reader(III_Result r) {
            comeAndWait();
            boolean before = Gate.sync;
            Steps.work(Steps.nextDelay());
            boolean edge = published;
            boolean after = Gate.sync;
            answer(r, before, edge, after);
        }
    }

    /** Not an edge: why the claim holds for what the language orders, and for nothing else. */
    @JCStressTest
    @State
    @Outcome(id = "0, ., .", expect = Expect.ACCEPTABLE, desc = "Not seen.")
    @Outcome(id = "1, ., 1", expect = Expect.ACCEPTABLE, desc = "The gate came along.")
    @Outcome(
            id = "1, ., 0",
            expect = Expect.ACCEPTABLE_INTERESTING,
            desc =
                    "Without an acquire the second read of the gate may be answered by the first. Such a program has a race"
                            + " of its own.")
    public static class PlainRejected extends Edge {
        private boolean published;

        @Override
        void publish() {
            published = true;
        }

        @Actor
        public void opener() {
            change();
        }

        @Actor
        public void reader(III_Result r) {
            comeAndWait();
            boolean before = Gate.sync;
            Steps.work(Steps.nextDelay());
            boolean edge = published;
            boolean after = Gate.sync;
            answer(r, before, edge, after);
        }
    }
}
