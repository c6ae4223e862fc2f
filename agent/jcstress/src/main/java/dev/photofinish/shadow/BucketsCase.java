package dev.photofinish.shadow;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** {@link Buckets}: everything in one chain, so that every operation meets every other. */
public class BucketsCase {
    private static final int LIMIT = 100;
    private static final int MISSING = -1;

    private static int content(@Nullable Entry entry) {
        return entry == null ? MISSING : entry.content;
    }

    private static @Nullable Entry find(Buckets<Entry> table, int key) {
        return table.find(null, 0, key);
    }

    /** Two threads add one key. Results: whose entry the first was answered, whose the second, how many there are. */
    @JCStressTest
    @State
    @Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "The first came first.")
    @Outcome(id = "2, 2, 1", expect = Expect.ACCEPTABLE, desc = "The second came first.")
    @Outcome(
            expect = Expect.FORBIDDEN,
            desc = "Two states of one variable: what one thread does the other does not see.")
    public static class SameKey {
        private final Buckets<Entry> table = new Buckets<>(0, LIMIT);

        @Actor
        public void actor1(III_Result r) {
            r.r1 = table.putIfAbsent(new Entry(null, 1, false, 1), null).content;
        }

        @Actor
        public void actor2(III_Result r) {
            r.r2 = table.putIfAbsent(new Entry(null, 1, false, 2), null).content;
        }

        @Arbiter
        public void arbiter(III_Result r) {
            r.r3 = table.size();
        }
    }

    /** Two threads add a key each. Results: what is found of the first, of the second, how many there are. */
    @JCStressTest
    @State
    @Outcome(id = "1, 2, 2", expect = Expect.ACCEPTABLE, desc = "Both are there.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "An entry was lost.")
    public static class SameChain {
        private final Buckets<Entry> table = new Buckets<>(0, LIMIT);

        @Actor
        public void actor1() {
            table.putIfAbsent(new Entry(null, 1, false, 1), null);
        }

        @Actor
        public void actor2() {
            table.putIfAbsent(new Entry(null, 2, false, 2), null);
        }

        @Arbiter
        public void arbiter(III_Result r) {
            r.r1 = content(find(table, 1));
            r.r2 = content(find(table, 2));
            r.r3 = table.size();
        }
    }

    /** An entry is added while another thread looks for it. Result: its content, as the other sees it. */
    @JCStressTest
    @State
    @Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "Not there yet.")
    @Outcome(id = "42", expect = Expect.ACCEPTABLE, desc = "There.")
    @Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "Seen before its content.")
    public static class Publication {
        private final Buckets<Entry> table = new Buckets<>(0, LIMIT);

        @Actor
        public void adder() {
            table.putIfAbsent(new Entry(null, 1, false, 42), null);
        }

        @Actor
        public void finder(I_Result r) {
            r.r1 = content(find(table, 1));
        }
    }

    /**
     * The entries of collected objects, at the head of the chain and inside it, are swept while one is added and one is looked for.
     * Results: what is found of the one in their middle meanwhile, and in the end of that one, of the added one.
     */
    @JCStressTest
    @State
    @Outcome(id = "2, 2, 3", expect = Expect.ACCEPTABLE, desc = "Both are there.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "An entry was lost with those that were swept.")
    public static class Sweep implements Buckets.Visitor<Entry> {
        private final Buckets<Entry> table = new Buckets<>(0, LIMIT);

        public Sweep() {
            table.putIfAbsent(Entry.collected(5), null);
            table.putIfAbsent(new Entry(null, 2, false, 2), null);
            table.putIfAbsent(Entry.collected(6), null);
            table.putIfAbsent(Entry.collected(7), null);
        }

        @Override
        public void visit(Entry swept) {}

        @Actor
        public void sweeper() {
            table.sweep(this);
        }

        @Actor
        public void adder(III_Result r) {
            table.putIfAbsent(new Entry(null, 3, false, 3), null);
            r.r1 = content(find(table, 2));
        }

        @Arbiter
        public void arbiter(III_Result r) {
            r.r2 = content(find(table, 2));
            r.r3 = content(find(table, 3));
        }
    }

    /** As {@link Sweep}, of the counts. Results: how many were swept, how many are left. */
    @JCStressTest
    @State
    @Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "All that were collected.")
    @Outcome(id = "1, 3", expect = Expect.ACCEPTABLE, desc = "The head had a new predecessor: left for the next sweep.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "The count is wrong: the table is full too early or never.")
    public static class SweepCount implements Buckets.Visitor<Entry> {
        private final Buckets<Entry> table = new Buckets<>(0, LIMIT);
        private int swept;

        public SweepCount() {
            table.putIfAbsent(Entry.collected(5), null);
            table.putIfAbsent(new Entry(null, 2, false, 2), null);
            table.putIfAbsent(Entry.collected(6), null);
        }

        @Override
        public void visit(Entry entry) {
            swept++;
        }

        @Actor
        public void sweeper() {
            table.sweep(this);
        }

        @Actor
        public void adder() {
            table.putIfAbsent(new Entry(null, 3, false, 3), null);
        }

        @Arbiter
        public void arbiter(II_Result r) {
            r.r1 = swept;
            r.r2 = table.size();
        }
    }
}
