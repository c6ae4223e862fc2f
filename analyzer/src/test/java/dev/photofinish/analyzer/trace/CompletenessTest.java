package dev.photofinish.analyzer.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.fixture.Windows;
import dev.photofinish.analyzer.trace.FieldAccess.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompletenessTest {
    private final Windows window = new Windows();
    private final int site = window.site("A", "m", 1, "A.f");

    CompletenessTest() {
        window.access(1, 1, site, 1, Kind.WRITE);
        window.edge(1, 1, 2, 2);
        window.handoff("java.lang.Object", 1, 2, site, 2, 3, site, 10, 20);
        window.access(2, 3, site, 1, Kind.READ);
    }

    @Test
    void of_allEventsInAnyOrder_isComplete() {
        List<TraceEvent> all = all();
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(all, new Random(seed));
            Completeness completeness = of(all);
            assertThat(completeness.complete()).as(completeness.reason()).isTrue();
            assertThat(completeness.lost()).isZero();
        }
    }

    @Test
    void of_accessAndEdgeEmittedTwice_isComplete() {
        List<TraceEvent> all = all();
        all.addAll(window.events());
        assertThat(of(all).complete()).isTrue();
    }

    @Test
    void of_windowWithoutEnd_isIncomplete() {
        List<TraceEvent> all = all();
        all.remove(window.end());
        assertThat(of(all).reason()).isEqualTo("the recording ends inside the window");
    }

    @Test
    void of_windowThatTheAgentDoubts_isIncompleteForItsReason() {
        assertThat(of(ended(new WindowEnd(7, 1, 2, false, false, "table full", 2, 2)))
                        .reason())
                .isEqualTo("agent: table full");
        assertThat(of(ended(new WindowEnd(7, 1, 2, false, false, "", 2, 2))).reason())
                .isEqualTo("the agent calls it incomplete, without a reason");
    }

    @Test
    void of_missingThread_isIncomplete() {
        List<TraceEvent> all = all();
        all.remove(window.threads().get(0));
        Completeness completeness = of(all);
        assertThat(completeness.reason()).isEqualTo("expected 2 photofinish.WindowThread events, found 1");
        assertThat(completeness.lost()).isEqualTo(1);
    }

    @Test
    void of_edgeOrAccessOfAnUnknownThread_isIncomplete() {
        List<TraceEvent> edge = all();
        edge.add(new SyncEdge(7, 1, 1, 1, 9, 2));
        assertThat(of(edge).reason()).isEqualTo("an edge names thread 1 or 9, which is unknown");
        List<TraceEvent> access = all();
        access.add(new FieldAccess(7, 9, 1, 1, site, 1, -1, Kind.READ, 0));
        assertThat(of(access).reason()).isEqualTo("an access names thread 9, which is unknown");
    }

    @Test
    void of_missingEdge_isIncompleteAndCounted() {
        for (Edge edge : window.edges()) {
            List<TraceEvent> all = all();
            all.remove(edge);
            Completeness completeness = of(all);
            assertThat(completeness.reason()).isEqualTo("expected the edges 1 to 2 of thread 2 (thread-2), found 1");
            assertThat(completeness.lost()).isEqualTo(1);
        }
    }

    @Test
    void of_edgeBeyondTheLast_isIncomplete() {
        List<TraceEvent> all = all();
        all.remove(window.edges().get(1));
        all.add(new SyncEdge(7, 3, 1, 2, 2, 3));
        assertThat(of(all).reason()).isEqualTo("expected the edges 1 to 2 of thread 2 (thread-2), found 2");
    }

    @Test
    void of_edgesOfAProbeThatOutlivedTheWindow_areNoLoss() {
        List<TraceEvent> all = all();
        all.add(new SyncEdge(7, 3, 1, 2, 2, 3));
        Completeness completeness = of(all);
        assertThat(completeness.reason()).isEmpty();
        assertThat(completeness.lost()).isZero();
    }

    @Test
    void of_accessWithAnUnknownSite_isIncomplete() {
        List<TraceEvent> all = all();
        all.add(new FieldAccess(7, 1, 9, 9, 4711, 1, -1, Kind.READ, 0));
        assertThat(of(all).reason()).isEqualTo("an access names site 4711, which no photofinish.Site explains");
    }

    @Test
    void of_oneNumberForTwoAccesses_isIncomplete() {
        List<TraceEvent> all = all();
        all.add(new FieldAccess(7, 1, 1, 1, site, 2, -1, Kind.WRITE, 0));
        assertThat(of(all).reason()).isEqualTo("accesses 1 and 1 of thread 1 contradict each other");
    }

    @Test
    void of_epochThatGoesBack_isIncomplete() {
        List<TraceEvent> all = all();
        all.add(new FieldAccess(7, 2, 2, 2, site, 1, -1, Kind.READ, 0));
        assertThat(of(all).reason()).isEqualTo("accesses 1 and 2 of thread 2 contradict each other");
    }

    @Test
    void of_missingAccess_isCompleteButCounted() {
        List<TraceEvent> all = all();
        all.remove(0);
        Completeness completeness = of(all);
        assertThat(completeness.complete()).isTrue();
        assertThat(completeness.lost()).isEqualTo(1);
    }

    private List<TraceEvent> all() {
        return ended(window.end());
    }

    private List<TraceEvent> ended(WindowEnd end) {
        List<TraceEvent> all = new ArrayList<>(window.events());
        all.addAll(window.threads());
        all.add(end);
        return all;
    }

    private Completeness of(List<TraceEvent> events) {
        return Completeness.of(Windows.trace(events), window.sites());
    }
}
