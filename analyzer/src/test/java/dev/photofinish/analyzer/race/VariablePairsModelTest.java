package dev.photofinish.analyzer.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.fixture.Windows;
import dev.photofinish.analyzer.order.HappensBefore;
import dev.photofinish.analyzer.order.Order;
import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.FieldAccess.Kind;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Holds the two pointers against looking at each pair. */
class VariablePairsModelTest {
    private static final int THREADS = 4;
    private static final int SITES = 3;

    @Property(tries = 2000)
    void find_countsEachUnorderedConflictingPairOnce(@ForAll("executions") List<Step> steps) {
        Windows window = new Windows();
        for (int site = 0; site < SITES; site++) {
            window.site("A", "m" + site, site, "A.f");
        }
        int[] epochs = new int[THREADS];
        steps.forEach(step -> step.replay(window, epochs));
        if (window.events().isEmpty()) {
            return;
        }
        WindowTrace trace = window.complete();
        HappensBefore order = HappensBefore.replay(trace);
        Map<String, Long> found = new TreeMap<>();
        new VariablePairs(trace.accesses(), order).find(Long.MAX_VALUE, (a, b, pairs) -> {
            assertThat(order.order(a, b)).isEqualTo(Order.CONCURRENT);
            found.merge(key(a, b), pairs, Long::sum);
        });
        assertThat(found).isEqualTo(model(trace.accesses(), order));
    }

    @Test
    void find_moreStepsThanAllowed_isToldApart() {
        Windows window = new Windows();
        int site = window.site("A", "m", 1, "A.f");
        for (int i = 1; i <= 50; i++) {
            window.access(1, i, site, 1, Kind.WRITE);
            window.access(2, i, site, 1, Kind.WRITE);
        }
        WindowTrace trace = window.complete();
        VariablePairs pairs = new VariablePairs(trace.accesses(), HappensBefore.replay(trace));
        assertThat(pairs.find(99, (a, b, count) -> {})).isFalse();
        assertThat(new VariablePairs(trace.accesses(), HappensBefore.replay(trace)).find(101, (a, b, count) -> {}))
                .isTrue();
    }

    private static Map<String, Long> model(List<FieldAccess> accesses, HappensBefore order) {
        Map<String, Long> pairs = new TreeMap<>();
        for (int i = 0; i < accesses.size(); i++) {
            for (int j = i + 1; j < accesses.size(); j++) {
                FieldAccess a = accesses.get(i);
                FieldAccess b = accesses.get(j);
                if (a.thread() != b.thread() && a.kind().conflicts(b.kind()) && order.order(a, b) == Order.CONCURRENT) {
                    pairs.merge(key(a, b), 1L, Long::sum);
                }
            }
        }
        return pairs;
    }

    private static String key(FieldAccess a, FieldAccess b) {
        return a.thread() + ":" + a.site() + a.kind() + " " + b.thread() + ":" + b.site() + b.kind();
    }

    @Provide
    Arbitrary<List<Step>> executions() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, THREADS),
                        Arbitraries.integers().between(1, THREADS),
                        Arbitraries.integers().between(1, SITES),
                        Arbitraries.of(Kind.values()),
                        Arbitraries.of(true, true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(70);
    }

    /** An access, or a release by one thread and the acquire of it by another. */
    private record Step(int thread, int other, int site, Kind kind, boolean access) {
        void replay(Windows window, int[] epochs) {
            if (access || thread == other) {
                window.access(thread, 1 + epochs[thread - 1], site, 1, kind);
            } else {
                int releasedAt = 1 + epochs[thread - 1]++;
                window.edge(thread, releasedAt, other, 1 + ++epochs[other - 1]);
            }
        }
    }
}
