package dev.photofinish.analyzer.order;

import dev.photofinish.analyzer.clock.Epoch;
import dev.photofinish.analyzer.clock.VectorClock;
import dev.photofinish.analyzer.trace.Edge;
import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/*
 * Notation as in FastTrack: e@t is an epoch, C an acquire's vector clock, ⊔ the join. The agent has already done the work of
 * finding releasers, so the table is shorter than FastTrack's: there are no lock and volatile clocks, only edges.
 *
 *   state      meaning                                        changes
 *   C(n)       what thread t knows from acquire n on          once: when everything that n depends on has its clock
 *   at(t, e)   the last acquire of t that begins at <= e      never
 *
 *   [ACQUIRE]  C(n) = C(previous(n)) ⊔ for each edge f@u -> n: C(at(u, f)) ⊔ f@u
 *   [BEFORE]   e1@t1 before e2@t2, t1 != t2, iff e1@t1 is covered by C(at(t2, e2))
 *   [PROGRAM]  of one thread, by epoch and then by sequence
 *   [MERGED]   of threads that count as one, see MergedThreads
 *
 * The acquires are taken in topological order with a worklist (Kahn), because a chain of handoffs may be millions long.
 * What is left over lies on a cycle: then the edges are corrupt and every answer is UNKNOWN. A clock is dropped when the last
 * acquire that depends on it has its own, unless an access asks for it.
 */

/** The happens-before order of the accesses of one window. Immutable; never asked about accesses of another window. */
public final class HappensBefore {
    private final ThreadIndex threads;
    private final Acquires acquires;
    private final @Nullable VectorClock[] clocks;
    private final MergedThreads merged;
    private final boolean consistent;

    private HappensBefore(
            ThreadIndex threads,
            Acquires acquires,
            @Nullable VectorClock[] clocks,
            MergedThreads merged,
            boolean consistent) {
        this.threads = threads;
        this.acquires = acquires;
        this.clocks = clocks;
        this.merged = merged;
        this.consistent = consistent;
    }

    /**
     * Replays the window.
     *
     * @throws IllegalArgumentException if an edge or access names a thread that the trace does not
     */
    public static HappensBefore replay(WindowTrace trace) {
        return replay(trace, trace.edges());
    }

    static HappensBefore replay(WindowTrace trace, List<Edge> edges) {
        List<Point> accesses = new ArrayList<>();
        for (FieldAccess access : trace.accesses()) {
            accesses.add(new Point(access.thread(), access.knowingEpoch()));
        }
        return replay(trace, edges, accesses);
    }

    /** A point of the execution of a thread: in that epoch. */
    public record Point(int thread, int epoch) {}

    /**
     * Replays the window by some of its edges; what happens before what is then asked of some points alone.
     *
     * @throws IllegalArgumentException if an edge or point names a thread that the trace does not
     */
    public static HappensBefore replay(WindowTrace trace, List<Edge> edges, List<Point> points) {
        ThreadIndex threads = new ThreadIndex(trace.threads().keySet());
        Acquires acquires = new Acquires(edges, threads);
        BitSet asked = new BitSet(acquires.size());
        for (Point point : points) {
            int acquire = acquires.at(threads.of(point.thread), point.epoch);
            if (acquire != Acquires.NONE) {
                asked.set(acquire);
            }
        }
        int[] merged = MergedThreads.of(trace, threads);
        for (int thread : merged) {
            int last = acquires.last(thread);
            if (last != Acquires.NONE) {
                asked.set(last);
            }
        }
        Replay replay = new Replay(acquires, threads, edges, asked);
        boolean consistent = replay.run();
        return new HappensBefore(
                threads, acquires, replay.clocks(), MergedThreads.of(merged, acquires, replay.clocks()), consistent);
    }

    /** Whether the edges can be those of an execution: if not, every answer is UNKNOWN. */
    public boolean consistent() {
        return consistent;
    }

    /** How two points of different threads relate. They must be among those that the replay was for. */
    public Order order(Point a, Point b) {
        if (!consistent) {
            return Order.UNKNOWN;
        }
        if (known(b.thread, b.epoch, a.thread) >= a.epoch) {
            return Order.BEFORE;
        }
        return known(a.thread, a.epoch, b.thread) >= b.epoch ? Order.AFTER : Order.CONCURRENT;
    }

    /** How two accesses of the window relate. */
    public Order order(FieldAccess a, FieldAccess b) {
        if (!consistent) {
            return Order.UNKNOWN;
        }
        if (a.thread() == b.thread()) {
            return a.sequence() == b.sequence()
                    ? Order.UNKNOWN
                    : a.sequence() < b.sequence() ? Order.BEFORE : Order.AFTER;
        }
        if (known(b.thread(), b.knowingEpoch(), a.thread()) >= a.epoch()) {
            return Order.BEFORE;
        }
        return known(a.thread(), a.knowingEpoch(), b.thread()) >= b.epoch() ? Order.AFTER : Order.CONCURRENT;
    }

    /**
     * The last epoch of the other thread that happens before this point; 0 where none does. Never decreases with the
     * epoch. The point must be the knowing epoch of an access of the window, and the window consistent.
     */
    public int known(int thread, int epoch, int other) {
        int index = threads.of(thread);
        int acquire = acquires.at(index, epoch);
        VectorClock clock = acquire == Acquires.NONE ? VectorClock.ZERO : clocks[acquire];
        if (clock == null) {
            throw new IllegalArgumentException("expected the epoch of an access, found " + new Epoch(thread, epoch));
        }
        return merged.known(index, clock, threads.of(other));
    }

    /** The computation of the clocks. */
    private static final class Replay {
        private final Acquires acquires;
        private final ThreadIndex threads;
        private final List<Edge> edges;
        private final @Nullable VectorClock[] clocks;
        private final Dependencies dependencies;
        private final int[] waitingFor;
        private final int[] uses;

        Replay(Acquires acquires, ThreadIndex threads, List<Edge> edges, BitSet asked) {
            this.acquires = acquires;
            this.threads = threads;
            this.edges = edges;
            this.clocks = new VectorClock[acquires.size()];
            this.dependencies = new Dependencies(acquires, threads, edges);
            this.waitingFor = dependencies.incoming();
            this.uses = dependencies.outgoing();
            asked.stream().forEach(acquire -> uses[acquire]++);
        }

        @Nullable
        VectorClock[] clocks() {
            return clocks;
        }

        /** Computes all clocks; false where a cycle stops it. */
        boolean run() {
            int[] ready = new int[acquires.size()];
            int end = 0;
            for (int acquire = 0; acquire < acquires.size(); acquire++) {
                if (waitingFor[acquire] == 0) {
                    ready[end++] = acquire;
                }
            }
            for (int next = 0; next < end; next++) {
                int acquire = ready[next];
                clocks[acquire] = clock(acquire);
                release(acquire);
                for (int dependent : dependencies.dependents(acquire)) {
                    if (--waitingFor[dependent] == 0) {
                        ready[end++] = dependent;
                    }
                }
            }
            return end == acquires.size();
        }

        private VectorClock clock(int acquire) {
            VectorClock clock = use(acquires.previous(acquire));
            for (int edge : dependencies.edgesInto(acquire)) {
                int from = threads.of(edges.get(edge).fromThread());
                int fromEpoch = edges.get(edge).fromEpoch();
                clock = clock.join(use(acquires.at(from, fromEpoch))).raise(new Epoch(from, fromEpoch));
            }
            return clock;
        }

        private VectorClock use(int acquire) {
            if (acquire == Acquires.NONE) {
                return VectorClock.ZERO;
            }
            VectorClock clock = clocks[acquire];
            if (clock == null) {
                throw new IllegalStateException("acquire " + acquire + " is used before it is known");
            }
            uses[acquire]--;
            release(acquire);
            return clock;
        }

        private void release(int acquire) {
            if (uses[acquire] == 0) {
                clocks[acquire] = null;
            }
        }
    }
}
