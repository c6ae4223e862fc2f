package dev.photofinish.analyzer.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.fixture.Windows;
import dev.photofinish.analyzer.trace.Edge;
import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Holds the vector clocks against reachability in the graph of all points, searched naively. */
class HappensBeforeModelTest {
    private static final int THREADS = 5;
    private static final int EPOCHS = 9;

    @Property(tries = 2000)
    void order_ofAnExecution_isReachability(@ForAll("executions") List<Step> steps) {
        Windows window = new Windows();
        int site = window.site("A", "m", 1, "A.f");
        int[] epochs = new int[THREADS];
        for (Step step : steps) {
            step.replay(window, site, epochs);
        }
        compare(window);
    }

    @Property(tries = 2000)
    void order_ofAnyEdges_isReachabilityOrUnknown(@ForAll("edges") List<int[]> edges) {
        Windows window = new Windows();
        int site = window.site("A", "m", 1, "A.f");
        for (int thread = 1; thread <= THREADS; thread++) {
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                window.access(thread, epoch, site, 1, FieldAccess.Kind.WRITE);
            }
        }
        edges.forEach(edge -> window.edge(edge[0], edge[1], edge[2], edge[3]));
        compare(window);
    }

    @Property(tries = 2000)
    void order_ofAnExecutionWithThreadsThatCountAsOne_isReachability(
            @ForAll("executions") List<Step> steps, @ForAll("someThreads") Set<Integer> merged) {
        Windows window = new Windows();
        int site = window.site("A", "m", 1, "A.f");
        int[] epochs = new int[THREADS];
        for (Step step : steps) {
            step.replay(window, site, epochs);
        }
        window.merge(merged);
        WindowTrace trace = window.complete();
        HappensBefore order = HappensBefore.replay(trace);
        Reachability model = new Reachability(window.edges(), merged);
        for (FieldAccess a : trace.accesses()) {
            for (FieldAccess b : trace.accesses()) {
                if (a.thread() != b.thread()) {
                    assertThat(order.order(a, b) == Order.CONCURRENT)
                            .as("%s and %s", a, b)
                            .isEqualTo(!model.reaches(a, b) && !model.reaches(b, a));
                }
            }
        }
    }

    private static void compare(Windows window) {
        if (window.events().isEmpty()) {
            return;
        }
        WindowTrace trace = window.complete();
        HappensBefore order = HappensBefore.replay(trace);
        Reachability model = new Reachability(window.edges());
        assertThat(order.consistent()).isEqualTo(!model.cyclic());
        List<FieldAccess> accesses = trace.accesses();
        for (FieldAccess a : accesses) {
            for (FieldAccess b : accesses) {
                if (a.thread() != b.thread()) {
                    assertThat(order.order(a, b)).as("%s and %s", a, b).isEqualTo(model.order(a, b));
                } else if (order.consistent() && a.sequence() != b.sequence()) {
                    assertThat(order.order(a, b)).isEqualTo(a.sequence() < b.sequence() ? Order.BEFORE : Order.AFTER);
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> executions() {
        Arbitrary<Integer> threads = Arbitraries.integers().between(1, THREADS);
        return Combinators.combine(Arbitraries.of(Action.values()), threads, threads)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<Set<Integer>> someThreads() {
        return Arbitraries.integers().between(1, THREADS).set().ofMaxSize(THREADS);
    }

    @Provide
    Arbitrary<List<int[]>> edges() {
        Arbitrary<Integer> threads = Arbitraries.integers().between(1, THREADS);
        Arbitrary<Integer> epochs = Arbitraries.integers().between(1, EPOCHS);
        return Combinators.combine(threads, epochs, threads, epochs)
                .as((from, fromEpoch, to, toEpoch) -> new int[] {from, fromEpoch, to, toEpoch})
                .filter(edge -> edge[0] != edge[2])
                .list()
                .ofMaxSize(12);
    }

    private enum Action {
        ACCESS,
        HANDOFF
    }

    /** One step of an execution: an access of a thread, or a release by one thread and the acquire of it by another. */
    private record Step(Action action, int thread, int other) {
        void replay(Windows window, int site, int[] epochs) {
            if (action == Action.ACCESS || thread == other) {
                window.access(thread, 1 + epochs[thread - 1], site, 1, FieldAccess.Kind.WRITE);
                return;
            }
            int releasedAt = 1 + epochs[thread - 1]++;
            int acquiredAt = 1 + ++epochs[other - 1];
            window.edge(thread, releasedAt, other, acquiredAt);
        }
    }

    /** The points of a window as a graph: each epoch of each thread, program order and edges; closed by Warshall. */
    private static final class Reachability {
        private final int epochs;
        private final boolean[][] reaches;

        Reachability(List<Edge> edges) {
            this(edges, Set.of());
        }

        /** @param merged all points of these threads reach each other */
        Reachability(List<Edge> edges, Set<Integer> merged) {
            epochs = 2
                    + Math.max(
                            EPOCHS,
                            edges.stream()
                                    .mapToInt(edge -> Math.max(edge.fromEpoch(), edge.toEpoch()))
                                    .max()
                                    .orElse(0));
            int size = (THREADS + 1) * epochs;
            reaches = new boolean[size][size];
            for (int thread = 1; thread <= THREADS; thread++) {
                for (int epoch = 1; epoch + 1 < epochs; epoch++) {
                    reaches[point(thread, epoch)][point(thread, epoch + 1)] = true;
                }
            }
            edges.forEach(edge ->
                    reaches[point(edge.fromThread(), edge.fromEpoch())][point(edge.toThread(), edge.toEpoch())] = true);
            for (int one : merged) {
                for (int other : merged) {
                    for (int epoch = 0; epoch < epochs; epoch++) {
                        for (int otherEpoch = 0; otherEpoch < epochs; otherEpoch++) {
                            reaches[point(one, epoch)][point(other, otherEpoch)] = true;
                        }
                    }
                }
            }
            for (int via = 0; via < size; via++) {
                for (int from = 0; from < size; from++) {
                    for (int to = 0; reaches[from][via] && to < size; to++) {
                        reaches[from][to] |= reaches[via][to];
                    }
                }
            }
        }

        boolean cyclic() {
            for (int point = 0; point < reaches.length; point++) {
                if (reaches[point][point]) {
                    return true;
                }
            }
            return false;
        }

        Order order(FieldAccess a, FieldAccess b) {
            if (cyclic()) {
                return Order.UNKNOWN;
            }
            if (reaches(a, b)) {
                return Order.BEFORE;
            }
            return reaches(b, a) ? Order.AFTER : Order.CONCURRENT;
        }

        boolean reaches(FieldAccess a, FieldAccess b) {
            return reaches[point(a.thread(), a.epoch())][point(b.thread(), b.epoch())];
        }

        private int point(int thread, int epoch) {
            return thread * epochs + epoch;
        }
    }
}
