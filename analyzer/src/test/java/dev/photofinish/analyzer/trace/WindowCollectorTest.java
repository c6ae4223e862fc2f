package dev.photofinish.analyzer.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowCollectorTest {
    private final WindowCollector collector = new WindowCollector(100, 3);
    private final SiteDictionary sites = new SiteDictionary();

    @Test
    void takeEnded_takesOnlyWhatHasEnded_byNumber() {
        collector.add(end(2, 10));
        collector.add(thread(3));
        collector.add(end(1, 10));
        assertThat(numbers(collector.takeEnded())).containsExactly(1L, 2L);
        assertThat(collector.takeEnded()).isEmpty();
        assertThat(numbers(collector.takeAll())).containsExactly(3L);
    }

    @Test
    void takeEnded_windowOverSeveralChunks_hasAllItsEvents() {
        collector.add(thread(1));
        assertThat(collector.takeEnded()).isEmpty();
        collector.add(new SyncEdge(1, 1, 1, 1, 1, 2));
        collector.add(end(1, 10));
        WindowTrace trace = collector.takeEnded().get(0);
        assertThat(trace.events()).isEqualTo(3);
        assertThat(trace.edges()).hasSize(1);
    }

    @Test
    void add_eventOfAJudgedWindow_isCountedAndOpensNothing() {
        collector.add(end(1, 10));
        collector.takeEnded();
        collector.add(thread(1));
        assertThat(collector.takeUnplaced()).isEqualTo(1);
        assertThat(collector.takeUnplaced()).isZero();
        assertThat(collector.takeAll()).isEmpty();
    }

    @Test
    void add_moreEventsThanAllowed_makesTheWindowIncompleteAndFreesItsEvents() {
        for (int i = 1; i <= 101; i++) {
            collector.add(new SyncEdge(1, i, 1, i, 2, i));
        }
        collector.add(new SyncEdge(2, 1, 1, 1, 2, 2));
        collector.add(end(1, 10));
        WindowTrace full = collector.takeEnded().get(0);
        assertThat(full.edges()).isEmpty();
        assertThat(full.events()).isEqualTo(102);
        Completeness completeness = Completeness.of(full, sites);
        assertThat(completeness.reason()).isEqualTo("more than 100 events are in open windows");
        assertThat(completeness.lost()).isEqualTo(102);
        assertThat(collector.takeAll().get(0).edges()).hasSize(1);
    }

    @Test
    void add_moreWindowsThanAllowed_givesUpTheOldest() {
        for (long window = 1; window <= 4; window++) {
            collector.add(thread(window));
        }
        List<WindowTrace> ended = collector.takeEnded();
        assertThat(numbers(ended)).containsExactly(1L);
        assertThat(Completeness.of(ended.get(0), sites).reason()).isEqualTo("more than 3 windows are open");
        assertThat(numbers(collector.takeAll())).containsExactly(2L, 3L, 4L);
    }

    @Test
    void add_endlessNewWindows_isBoundedAndCounted() {
        for (long window = 1; window <= 100; window++) {
            collector.add(thread(window));
        }
        assertThat(collector.takeAll()).hasSize(6);
        assertThat(collector.takeUnplaced()).isEqualTo(94);
    }

    @Test
    void damage_openWindows_areIncomplete() {
        collector.add(thread(1));
        collector.damage("lost", 0);
        collector.add(end(1, 10));
        assertThat(reason(collector.takeEnded().get(0))).isEqualTo("lost");
    }

    @Test
    void damage_windowThatOpenedBeforeButIsSeenLater_isIncomplete() {
        collector.damage("lost", 500);
        collector.add(end(1, 500));
        collector.add(end(2, 501));
        List<WindowTrace> ended = collector.takeEnded();
        assertThat(reason(ended.get(0))).isEqualTo("lost");
        assertThat(reason(ended.get(1))).isEmpty();
    }

    private String reason(WindowTrace trace) {
        return Completeness.of(trace, sites).reason();
    }

    private static List<Long> numbers(List<WindowTrace> traces) {
        return traces.stream().map(WindowTrace::window).toList();
    }

    private static WindowThread thread(long window) {
        return new WindowThread(window, 1, "one", 0);
    }

    private static WindowEnd end(long window, long openedNanos) {
        return new WindowEnd(window, openedNanos, openedNanos + 1, false, true, "", 0, 0);
    }
}
