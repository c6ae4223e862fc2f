package dev.photofinish.analyzer.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.photofinish.analyzer.analysis.AnalysisListener.WindowResult;
import dev.photofinish.analyzer.decode.UnusableInputException;
import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Contention.Holder;
import dev.photofinish.analyzer.finding.Grade;
import dev.photofinish.analyzer.finding.HeldLock;
import dev.photofinish.analyzer.finding.LockQueue.Blocker;
import dev.photofinish.analyzer.finding.Race;
import dev.photofinish.analyzer.fixture.AgentScript;
import dev.photofinish.analyzer.fixture.Chunks;
import dev.photofinish.analyzer.fixture.Collected;
import dev.photofinish.analyzer.fixture.Recorder.Work;
import dev.photofinish.analyzer.suppress.Suppressions;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstanceAnalysisTest {
    private final Collected found = new Collected();
    private final InstanceAnalysis analysis = new InstanceAnalysis("a file", found);

    @Test
    void accept_racyWindow_isReportedWithItsEvidence() throws Exception {
        accept(() -> {
            AgentScript.status("i-1");
            AgentScript.sites();
            AgentScript.race(1);
            AgentScript.end(1);
        });
        WindowResult window = onlyWindow();
        assertThat(window.instance()).isEqualTo("i-1");
        assertThat(window.service()).isEqualTo("shop");
        assertThat(window.outcome()).isEqualTo("complete");
        assertThat(window.closedNanos() - window.openedNanos()).isEqualTo(1_000_000);
        assertThat(window.events()).isEqualTo(7);
        assertThat(window.lost()).isZero();
        Race race = window.races().get(0);
        assertThat(race.field()).isEqualTo(AgentScript.FIELD);
        assertThat(race.grade()).isEqualTo(Grade.MEDIUM);
        assertThat(race.accesses().get(0).thread()).isEqualTo("virtual thread 32");
        assertThat(race.accesses().get(1).thread()).isEqualTo("writer");
        assertThat(race.accesses().get(1).locks())
                .containsExactly(new HeldLock("java.lang.Object", 3, "acme.Writer.run:9"));
        assertThat(race.accesses().get(1).stackExact()).isTrue();
        assertThat(race.accesses().get(1).stack())
                .isNotEmpty()
                .first()
                .satisfies(frame -> assertThat(frame.className()).doesNotStartWith("dev.photofinish."));
    }

    @Test
    void accept_orderedWindow_hasNoRace() throws Exception {
        accept(() -> {
            AgentScript.sites();
            AgentScript.ordered(1);
            AgentScript.end(1);
        });
        assertThat(onlyWindow().outcome()).as(onlyWindow().reason()).isEqualTo("complete");
        assertThat(onlyWindow().races()).isEmpty();
    }

    @Test
    void accept_handoffInAWindow_isContentionWithItsHolder() throws Exception {
        accept(() -> {
            AgentScript.sites();
            AgentScript.handoff(1);
            AgentScript.end(1);
        });
        assertThat(onlyWindow().contention()).hasSize(1);
        Contention row = onlyWindow().contention().get(0);
        assertThat(row)
                .extracting(Contention::lockClass, Contention::site, Contention::kind, Contention::source)
                .containsExactly("java.lang.Object", "acme.Writer.run:9", "monitor", "handoff");
        assertThat(row)
                .extracting(Contention::waits, Contention::waitNanos, Contention::contendedNanos, Contention::holdNanos)
                .containsExactly(1L, 4_000_000L, 4_000_000L, 9_000_000L);
        assertThat(row.holders()).containsExactly(new Holder("acme.Reader.swap:33", "reader", 1));
        assertThat(row.queue()).isNotNull();
        assertThat(row.queue().blockers())
                .containsExactly(new Blocker(1, "java.lang.Object", "acme.Reader.swap:33", "reader", 3_000_000));
    }

    @Test
    void accept_warmUpWindow_reportsNoRace() throws Exception {
        accept(() -> {
            AgentScript.sites();
            AgentScript.race(1);
            AgentScript.end(1, true, "");
        });
        assertThat(onlyWindow().outcome()).isEqualTo("warmup");
        assertThat(onlyWindow().races()).isEmpty();
    }

    @Test
    void accept_threadsThatCountAsOne_doNotRace() throws Exception {
        accept(() -> {
            AgentScript.sites();
            AgentScript.raceOfMerged(1);
            AgentScript.end(1);
        });
        assertThat(onlyWindow().outcome()).as(onlyWindow().reason()).isEqualTo("complete");
        assertThat(onlyWindow().merged()).isEqualTo(2);
        assertThat(onlyWindow().races()).isEmpty();
    }

    @Test
    void accept_windowThatTheAgentDoubts_reportsNoRace() throws Exception {
        accept(() -> {
            AgentScript.sites();
            AgentScript.race(1);
            AgentScript.end(1, false, "table full");
        });
        assertThat(onlyWindow().outcome()).isEqualTo("incomplete");
        assertThat(onlyWindow().reason()).isEqualTo("agent: table full");
        assertThat(onlyWindow().races()).isEmpty();
    }

    @Test
    void accept_windowOverTwoChunks_isJudgedAtTheEndOfTheSecond() throws Exception {
        List<ByteBuffer> chunks = Chunks.record(
                () -> {
                    AgentScript.status("i-1");
                    AgentScript.race(1);
                },
                () -> {
                    AgentScript.end(1);
                    AgentScript.sites();
                });
        analysis.accept(chunks.get(0));
        assertThat(found.windows).isEmpty();
        analysis.accept(chunks.get(1));
        assertThat(onlyWindow().outcome()).as(onlyWindow().reason()).isEqualTo("complete");
        assertThat(onlyWindow().instance()).isEqualTo("i-1");
        assertThat(found.races()).hasSize(1);
    }

    @Test
    void accept_eventsBehindTheEndOfTheWindow_stillCount() throws Exception {
        accept(() -> {
            AgentScript.end(1);
            AgentScript.race(1);
            AgentScript.sites();
        });
        assertThat(found.races()).hasSize(1);
    }

    @Test
    void accept_raceInTwoWindows_isHighTheSecondTime() throws Exception {
        Work first = () -> {
            AgentScript.sites();
            AgentScript.race(1);
            AgentScript.end(1);
        };
        accept(first, () -> {
            AgentScript.sites();
            AgentScript.race(2);
            AgentScript.end(2);
        });
        assertThat(found.races()).extracting(Race::grade).containsExactly(Grade.MEDIUM, Grade.HIGH);
        assertThat(found.races().get(0).fingerprint())
                .isEqualTo(found.races().get(1).fingerprint());
    }

    @Test
    void finish_openWindow_isIncomplete() throws Exception {
        accept(() -> AgentScript.race(1));
        assertThat(found.windows).isEmpty();
        analysis.finish();
        assertThat(onlyWindow().outcome()).isEqualTo("incomplete");
        assertThat(onlyWindow().reason()).isEqualTo("the recording ends inside the window");
    }

    @Test
    void accept_damagedChunk_voidsTheWindowsAroundIt() throws Exception {
        List<ByteBuffer> chunks = Chunks.record(() -> AgentScript.race(1), () -> AgentScript.sites(), () -> {
            AgentScript.sites();
            AgentScript.end(1);
            AgentScript.race(2);
            AgentScript.end(2);
        });
        analysis.accept(chunks.get(0));
        ByteBuffer damaged = Chunks.cut(chunks.get(1), chunks.get(1).remaining() - 1);
        assertThatThrownBy(() -> analysis.accept(damaged)).isInstanceOf(UnusableInputException.class);
        analysis.accept(chunks.get(2));
        assertThat(found.windows).hasSize(2);
        assertThat(found.windows.get(0).reason()).startsWith("a chunk is damaged: ");
        assertThat(found.windows.get(1).outcome()).isEqualTo("complete");
        assertThat(found.chunks).hasSize(2);
    }

    @Test
    void accept_chunkOfAnotherInstance_endsTheWindowsOfTheFirst() throws Exception {
        accept(
                () -> {
                    AgentScript.status("i-1");
                    AgentScript.sites();
                    AgentScript.race(1);
                },
                () -> {
                    AgentScript.status("i-2");
                    AgentScript.race(1);
                    AgentScript.end(1);
                });
        assertThat(found.windows).extracting(WindowResult::instance).containsExactly("i-1", "i-2");
        assertThat(found.windows.get(0).reason()).isEqualTo("the recording ends inside the window");
        assertThat(found.windows.get(1).reason()).contains("which no photofinish.Site explains");
    }

    @Test
    void accept_twoInstancesInOneChunk_voidsItsWindows() throws Exception {
        accept(() -> {
            AgentScript.status("i-1");
            AgentScript.sites();
            AgentScript.race(1);
            AgentScript.status("i-2");
            AgentScript.end(1);
        });
        assertThat(onlyWindow().reason()).isEqualTo("two runs of the agent are in one chunk");
    }

    @Test
    void accept_moreEventsThanAllowed_makesTheWindowIncomplete() throws Exception {
        InstanceAnalysis small = new InstanceAnalysis("a file", found, 3, Suppressions.NONE);
        for (ByteBuffer chunk : Chunks.record(() -> {
            AgentScript.sites();
            AgentScript.race(1);
            AgentScript.end(1);
        })) {
            small.accept(chunk);
        }
        assertThat(onlyWindow().reason()).isEqualTo("more than 3 events are in open windows");
    }

    @Test
    void accept_eventsOfAJudgedWindow_areCountedAsLost() throws Exception {
        accept(
                () -> {
                    AgentScript.sites();
                    AgentScript.race(1);
                    AgentScript.end(1);
                },
                () -> AgentScript.race(1));
        analysis.finish();
        assertThat(found.windows).hasSize(1);
        assertThat(found.chunks.get(1).lost()).isEqualTo(6);
    }

    @Test
    void accept_statusLossAndCounts_areToldForTheChunk() throws Exception {
        accept(() -> {
            AgentScript.status("i-1");
            AgentScript.loss("table full", 12);
            AgentScript.sites();
        });
        assertThat(found.statuses).hasSize(1);
        assertThat(found.statuses.get(0).coverageRatio()).isEqualTo(0.25);
        assertThat(found.losses).containsExactly("table full 12");
        AnalysisListener.ChunkSummary chunk = found.chunks.get(0);
        assertThat(chunk.instance()).isEqualTo("i-1");
        assertThat(chunk.eventsByType()).contains(entry("photofinish.Site", 4L), entry("photofinish.AgentStatus", 1L));
        assertThat(chunk.endNanos()).isGreaterThan(chunk.startNanos());
    }

    @Test
    void accept_recordingWithoutAgent_isNamedByTheFallback() throws Exception {
        accept(() -> {});
        assertThat(found.chunks.get(0).instance()).isEqualTo("a file");
        assertThat(found.windows).isEmpty();
    }

    private void accept(Work... works) throws Exception {
        for (ByteBuffer chunk : Chunks.record(works)) {
            analysis.accept(chunk);
        }
    }

    private WindowResult onlyWindow() {
        assertThat(found.windows).hasSize(1);
        return found.windows.get(0);
    }
}
