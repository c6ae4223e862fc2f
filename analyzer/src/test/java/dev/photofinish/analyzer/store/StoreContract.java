package dev.photofinish.analyzer.store;

import static dev.photofinish.analyzer.store.Samples.JVM;
import static dev.photofinish.analyzer.store.Samples.OTHER_JVM;
import static dev.photofinish.analyzer.store.Samples.handoff;
import static dev.photofinish.analyzer.store.Samples.lockOrder;
import static dev.photofinish.analyzer.store.Samples.race;
import static dev.photofinish.analyzer.store.Samples.waits;
import static dev.photofinish.analyzer.store.Samples.window;
import static dev.photofinish.analyzer.store.Samples.windows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.analyzer.analysis.AnalysisListener.WindowResult;
import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Estimate;
import dev.photofinish.analyzer.finding.Grade;
import dev.photofinish.analyzer.finding.LockCycle;
import dev.photofinish.analyzer.finding.Race;
import dev.photofinish.analyzer.finding.WaitBuckets;
import dev.photofinish.analyzer.store.ChunkJournal.Standing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of findings must do; a subclass says where it is kept. */
abstract class StoreContract {
    private static final Instant LATER = Instant.ofEpochMilli(1_000_000);

    @SuppressWarnings("NullAway.Init") // set before each test
    private AnalyzerStore store;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path directory;

    /** Opens what is kept in the directory. */
    abstract AnalyzerStore open(Path directory);

    /** Makes writing contention fail, after findings were written. */
    abstract void dropContention(Path directory) throws Exception;

    @BeforeEach
    void openStore(@TempDir Path temp) {
        directory = temp;
        store = open(directory);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void race_isStoredWithItsEvidence() {
        Race race = race("com.acme.Shop.count", Grade.MEDIUM);

        Recorded recorded = record(windows(JVM, 1000, window(1, List.of(race), List.of())));

        assertThat(recorded.sightings()).isEqualTo(Map.of(Grade.MEDIUM, 1L));
        Finding finding = onlyFinding();
        assertThat(finding.field()).isEqualTo("com.acme.Shop.count");
        assertThat(finding.state()).isEqualTo(FindingState.OPEN);
        assertThat(finding.accesses()).isEqualTo(race.accesses());
        assertThat(finding.reasons()).containsExactly("because");
        assertThat(finding.firstSeen()).isEqualTo(Instant.ofEpochMilli(1000));
        assertThat(store.findings().finding(finding.id(), LATER)).contains(finding);
    }

    @Test
    void raceSeenAgain_addsUp() {
        Race race = race("com.acme.Shop.count", Grade.MEDIUM);

        record(windows(JVM, 1000, window(1, List.of(race), List.of()), window(2, List.of(), List.of())));
        record(windows(OTHER_JVM, 2000, window(1, List.of(race), List.of()), window(2, List.of(), List.of())));

        Finding finding = onlyFinding();
        assertThat(finding.count()).isEqualTo(6);
        assertThat(finding.observations()).isEqualTo(2);
        assertThat(finding.windows()).isEqualTo(4);
        assertThat(finding.windowsSinceSeen()).isEqualTo(1);
        assertThat(finding.instances()).isEqualTo(2);
        assertThat(finding.firstSeen()).isEqualTo(Instant.ofEpochMilli(1000));
        assertThat(finding.lastSeen()).isEqualTo(Instant.ofEpochMilli(2000));
    }

    @Test
    void mediumRaceOfTwoJvms_becomesHigh() {
        Race race = race("com.acme.Shop.count", Grade.MEDIUM);

        record(windows(JVM, 1, window(1, List.of(race), List.of())));
        record(windows(OTHER_JVM, 2, window(1, List.of(race), List.of())));

        assertThat(onlyFinding().grade()).isEqualTo(Grade.HIGH);
        assertThat(onlyFinding().reasons()).containsExactly("Unordered in 2 windows of all JVMs of the service.");
    }

    @Test
    void grade_neverFalls() {
        record(windows(JVM, 1, window(1, List.of(race("a.B.c", Grade.HIGH)), List.of())));
        record(windows(JVM, 2, window(2, List.of(race("a.B.c", Grade.LOW)), List.of())));

        assertThat(onlyFinding().grade()).isEqualTo(Grade.HIGH);
    }

    @Test
    void accessesWithTheirOwnStacks_areKept() {
        Race exact = race("a.B.c", Grade.MEDIUM);
        Race inexact = new Race(
                exact.field(),
                Grade.MEDIUM,
                exact.reasons(),
                List.of(Samples.access("write", "late-1", false), Samples.access("read", "late-2", false)),
                1,
                exact.fingerprint(),
                null,
                null);

        record(windows(JVM, 1, window(1, List.of(exact), List.of())));
        record(windows(JVM, 2, window(2, List.of(inexact), List.of())));

        assertThat(onlyFinding().accesses()).isEqualTo(exact.accesses());
    }

    @Test
    void guardAndNearestSynchronization_areThoseOfTheReasons() {
        Race grave = race("a.B.c", Grade.HIGH);
        Race lesser = new Race(
                grave.field(), Grade.LOW, grave.reasons(), grave.accesses(), 1, grave.fingerprint(), null, null);
        record(windows(JVM, 1, window(1, List.of(grave), List.of())));
        record(windows(JVM, 2, window(2, List.of(lesser), List.of())));

        assertThat(onlyFinding().guard()).isEqualTo(grave.guard());
        assertThat(onlyFinding().nearestSynchronization()).isEqualTo(grave.nearestSynchronization());
    }

    @Test
    void sameRaceInTwoServices_isTwoFindings() {
        Race race = race("a.B.c", Grade.MEDIUM);
        record(windows(JVM, 1, window(1, List.of(race), List.of())));
        record(new Observations(
                JVM, "till", 1, List.of(window(1, List.of(race), List.of())), List.of(), null, Map.of(), List.of()));

        assertThat(store.findings().findings(query(null, null, null, 0, 10)).findings())
                .extracting(Finding::service)
                .containsExactlyInAnyOrder("shop", "till");
        assertThat(store.findings().findings(query("till", null, null, 0, 10)).total())
                .isEqualTo(1);
    }

    @Test
    void findings_areFilteredAndPaged() {
        for (int i = 0; i < 5; i++) {
            Grade grade = i == 3 ? Grade.HIGH : Grade.LOW;
            record(windows(JVM, i, window(i, List.of(race("a.B.f" + i, grade)), List.of())));
        }

        FindingPage first = store.findings().findings(query(null, null, null, 0, 2));
        assertThat(first.total()).isEqualTo(5);
        assertThat(first.findings()).extracting(Finding::field).containsExactly("a.B.f3", "a.B.f4");
        assertThat(store.findings().findings(query(null, null, null, 4, 2)).findings())
                .extracting(Finding::field)
                .containsExactly("a.B.f0");
        assertThat(store.findings()
                        .findings(query(null, null, Grade.HIGH, 0, 10))
                        .total())
                .isEqualTo(1);
        assertThat(store.findings()
                        .findings(query(null, FindingState.ACKNOWLEDGED, null, 0, 10))
                        .total())
                .isZero();
    }

    @Test
    void acknowledgement_holdsUntilItsTime() {
        record(windows(JVM, 1, window(1, List.of(race("a.B.c", Grade.HIGH)), List.of())));
        Instant at = Instant.ofEpochMilli(5000);
        Instant until = Instant.ofEpochMilli(9000);
        String id = onlyFinding().id();

        Finding acknowledged = store.findings()
                .acknowledge(id, new Acknowledgement("ann", "known", at, until))
                .orElseThrow();

        assertThat(acknowledged.state()).isEqualTo(FindingState.ACKNOWLEDGED);
        assertThat(acknowledged.acknowledgement()).isEqualTo(new Acknowledgement("ann", "known", at, until));
        assertThat(open(Instant.ofEpochMilli(8999))).isZero();
        assertThat(open(until)).isEqualTo(1);
        assertThat(store.findings().finding(id, until).orElseThrow().state()).isEqualTo(FindingState.OPEN);
    }

    @Test
    void acknowledgementOfUnknownFinding_isEmpty() {
        assertThat(store.findings().acknowledge("nothing", new Acknowledgement("ann", "why", LATER, LATER)))
                .isEmpty();
    }

    @Test
    void openRaces_tellServicesWithoutAnyToo() {
        record(windows(JVM, 1, window(1, List.of(), List.of())));

        assertThat(store.findings().openRaces(LATER))
                .containsExactlyInAnyOrder(
                        new GradeCount("shop", Grade.LOW, 0),
                        new GradeCount("shop", Grade.MEDIUM, 0),
                        new GradeCount("shop", Grade.HIGH, 0));
    }

    @Test
    void lockOrders_countTheirWindowsAndKeepTheGravestExample() {
        record(windows(JVM, 1000, lockOrder(1, Grade.MEDIUM, "first")));
        record(windows(JVM, 2000, lockOrder(2, Grade.HIGH, "second"), lockOrder(3, Grade.MEDIUM, "third")));

        assertThat(store.findings().lockOrders("shop", 10)).singleElement().satisfies(found -> {
            assertThat(found.cycle().grade()).isEqualTo(Grade.HIGH);
            assertThat(found.cycle().count()).isEqualTo(3);
            assertThat(found.cycle().steps()).extracting(LockCycle.Step::thread).containsExactly("second", "t2");
            assertThat(found.firstSeen()).isEqualTo(Instant.ofEpochMilli(1000));
            assertThat(found.lastSeen()).isEqualTo(Instant.ofEpochMilli(2000));
        });
        assertThat(store.findings().lockOrders("till", 10)).isEmpty();
        assertThat(store.findings().lockCycles())
                .containsExactlyInAnyOrder(
                        new GradeCount("shop", Grade.LOW, 0),
                        new GradeCount("shop", Grade.MEDIUM, 0),
                        new GradeCount("shop", Grade.HIGH, 1));
        store.findings().purge(Instant.ofEpochMilli(3000), Instant.EPOCH);
        assertThat(store.findings().lockOrders(null, 10)).isEmpty();
    }

    @Test
    void contention_addsUpByPlaceAndSource() {
        record(Samples.contention(JVM, 1000, waits("a.B.c:1", 2, 3_000_000), waits("a.B.d:2", 1, 90_000_000)));
        record(Samples.contention(JVM, 2000, waits("a.B.c:1", 1, 40_000_000)));
        record(windows(JVM, 3000, window(1, List.of(), List.of(handoff("a.B.c:1", 4, 1_000_000, 2_000_000)))));

        List<LockContention> rows = store.findings().contention("shop", 10);
        assertThat(rows).extracting(row -> row.contention().site()).containsExactly("a.B.d:2", "a.B.c:1", "a.B.c:1");
        LockContention row = rows.get(1);
        Contention contention = row.contention();
        assertThat(contention.waits()).isEqualTo(3);
        assertThat(contention.waitNanos()).isEqualTo(46_000_000);
        assertThat(contention.maxWaitNanos()).isEqualTo(40_000_000);
        assertThat(contention.waitBuckets().get(WaitBuckets.indexOf(3_000_000))).isEqualTo(2);
        assertThat(contention.waitBuckets().get(WaitBuckets.indexOf(40_000_000)))
                .isEqualTo(1);
        assertThat(contention.holders()).containsExactly(new Contention.Holder("", "holder", 3));
        assertThat(row.firstSeen()).isEqualTo(Instant.ofEpochMilli(1000));
        assertThat(row.lastSeen()).isEqualTo(Instant.ofEpochMilli(2000));
        assertThat(rows.get(2).contention().holdNanos()).isEqualTo(8_000_000);
        assertThat(store.findings().contention("till", 10)).isEmpty();
    }

    @Test
    void contentionInWindows_isEstimatedForAllTimeOfTheService() {
        WindowResult window = window(1, List.of(), List.of(handoff("a.B.c:1", 4, 1_000_000, 2_000_000)));
        record(Samples.recorded(JVM, window, 40));
        record(Samples.recorded(OTHER_JVM, window, 60));

        assertThat(store.findings().contention("shop", 10))
                .extracting(LockContention::estimate)
                .as("2 ns of windows in 100 ns")
                .containsExactly(new Estimate(0.02, 400, 400_000_000));
    }

    @Test
    void waitsThatMakeEvents_areThoseAboveTheHighestThresholdThatWasTold() {
        record(Samples.contention(JVM, 1, Samples.waits("a.B.c:1", 3, 20_000_000)));
        assertThat(store.findings().contention("shop", 10))
                .extracting(LockContention::thresholdNanos)
                .containsOnlyNulls();
        record(Samples.thresholds(JVM, Map.of("jdk.JavaMonitorEnter", 20_000_000L, "jdk.ThreadPark", 5L)));
        record(Samples.thresholds(OTHER_JVM, Map.of("jdk.JavaMonitorEnter", 10_000_000L)));
        assertThat(store.findings().contention("shop", 10))
                .extracting(LockContention::thresholdNanos)
                .containsExactly(20_000_000L);
    }

    @Test
    void sums_saturate() {
        Contention huge = new Contention(
                "L",
                "s",
                "monitor",
                "jfr",
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                -5,
                List.of(),
                List.of(),
                Collections.nCopies(WaitBuckets.count(), Long.MAX_VALUE),
                null);

        record(Samples.contention(JVM, 1, huge));
        record(Samples.contention(JVM, 2, huge));

        Contention stored = store.findings().contention(null, 1).get(0).contention();
        assertThat(stored.waitNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(stored.holdNanos()).isZero();
    }

    @Test
    void longTexts_areCut() {
        String name = "x".repeat(100_000);

        record(windows(JVM, 1, window(1, List.of(race(name, Grade.LOW)), List.of(waits(name, 1, 1)))));

        assertThat(onlyFinding().field()).hasSize(1000);
        assertThat(store.findings().contention(null, 1).get(0).contention().site())
                .hasSize(1000);
    }

    @Test
    void contentionBeyondTheBound_isReturnedAsNotStored() {
        Contention[] many = IntStream.range(0, 10_003)
                .mapToObj(i -> waits("a.B.c:" + i, 1, 1))
                .toArray(Contention[]::new);

        assertThat(record(Samples.contention(JVM, 1, many)).notStored()).isEqualTo(3);
    }

    @Test
    void losses_areToldAsWhatIsNew() {
        accept(JVM, 1);

        assertThat(record(Samples.losses(JVM, Map.of("spool", 5L))).newLosses()).isEqualTo(Map.of("spool", 5L));
        assertThat(record(Samples.losses(JVM, Map.of("spool", 7L, "table", 1L))).newLosses())
                .isEqualTo(Map.of("spool", 2L, "table", 1L));
        reopen();
        assertThat(record(Samples.losses(JVM, Map.of("spool", 7L))).newLosses()).isEmpty();
    }

    @Test
    void agents_areKnownByTheirLastStatus() {
        accept(JVM, 1);
        record(Samples.status(JVM, Samples.status("woven")));
        record(Samples.status(JVM, Samples.status("open")));

        List<Agent> agents = store.findings().agents(Instant.EPOCH, 10);
        assertThat(agents).hasSize(1);
        assertThat(agents.get(0).status()).isEqualTo(Samples.status("open"));
        assertThat(agents.get(0).waitingChunks()).isEqualTo(1);
        assertThat(store.findings().agents(LATER, 10)).isEmpty();
    }

    @Test
    void purge_forgetsWhatIsOldAndKeepsInstancesWithWaitingChunks() {
        accept(JVM, 1);
        accept(OTHER_JVM, 1);
        store.findings()
                .record(
                        windows(
                                OTHER_JVM,
                                10,
                                window(1, List.of(race("a.B.c", Grade.LOW)), List.of(waits("a.B.c:1", 1, 1)))),
                        new ChunkDone(new ChunkKey(OTHER_JVM, 1), 1));

        assertThat(store.findings().purge(LATER, LATER)).isEqualTo(3);

        assertThat(store.findings().findings(query(null, null, null, 0, 10)).total())
                .isZero();
        assertThat(store.findings().contention(null, 10)).isEmpty();
        assertThat(store.findings().agents(Instant.EPOCH, 10))
                .extracting(Agent::instance)
                .containsExactly(JVM);
    }

    @Test
    void chunk_isNewOnceAndWaitsUntilDone() {
        assertThat(accept(JVM, 1)).isEqualTo(Standing.NEW);
        assertThat(accept(JVM, 1)).isEqualTo(Standing.DUPLICATE);
        assertThat(store.chunks().waiting()).extracting(ChunkReceipt::key).containsExactly(new ChunkKey(JVM, 1));

        store.findings().record(windows(JVM, 1), new ChunkDone(new ChunkKey(JVM, 1), 1));

        assertThat(store.chunks().waiting()).isEmpty();
        assertThat(store.chunks().nextSequence(JVM)).isEqualTo(2);
        assertThat(accept(JVM, 1)).isEqualTo(Standing.DUPLICATE);
    }

    @Test
    void chunkThatWasGivenUp_isLate() {
        accept(JVM, 1);
        store.findings().record(windows(JVM, 1), new ChunkDone(new ChunkKey(JVM, 1), 1));
        accept(JVM, 4);
        store.findings().record(windows(JVM, 1), new ChunkDone(new ChunkKey(JVM, 4), 2));

        assertThat(accept(JVM, 2)).isEqualTo(Standing.LATE);
        assertThat(accept(JVM, 3)).isEqualTo(Standing.LATE);
        assertThat(accept(JVM, 4)).isEqualTo(Standing.DUPLICATE);
        assertThat(accept(JVM, 5)).isEqualTo(Standing.NEW);
    }

    @Test
    void attempts_areCountedAcrossRestarts() {
        accept(JVM, 1);

        assertThat(store.chunks().countAttempt(new ChunkKey(JVM, 1))).isEqualTo(1);
        reopen();
        assertThat(store.chunks().countAttempt(new ChunkKey(JVM, 1))).isEqualTo(2);
    }

    @Test
    void failedWrite_leavesNothingBehind() throws Exception {
        accept(JVM, 1);
        dropContention(directory);
        Observations observations =
                windows(JVM, 1, window(1, List.of(race("a.B.c", Grade.LOW)), List.of(waits("a.B.c:1", 1, 1))));

        assertThatThrownBy(() -> store.findings().record(observations, new ChunkDone(new ChunkKey(JVM, 1), 1)))
                .isInstanceOf(StoreException.class);

        assertThat(store.findings().findings(query(null, null, null, 0, 10)).total())
                .isZero();
        assertThat(store.chunks().waiting()).hasSize(1);
    }

    @Test
    void everything_survivesReopening() {
        accept(JVM, 1);
        record(windows(JVM, 1, window(1, List.of(race("a.B.c", Grade.LOW)), List.of(waits("a.B.c:1", 1, 1)))));
        Finding before = onlyFinding();

        reopen();

        assertThat(onlyFinding()).isEqualTo(before);
        assertThat(store.findings().contention(null, 10)).hasSize(1);
        assertThat(store.chunks().waiting()).hasSize(1);
    }

    private Recorded record(Observations observations) {
        return store.findings().record(observations, null);
    }

    private Standing accept(String instance, long sequence) {
        return store.chunks()
                .accept(new ChunkReceipt(new ChunkKey(instance, sequence), "shop", 100, 1))
                .before();
    }

    private Finding onlyFinding() {
        List<Finding> findings =
                store.findings().findings(query(null, null, null, 0, 10)).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private long open(Instant at) {
        return store.findings().openRaces(at).stream()
                .mapToLong(GradeCount::count)
                .sum();
    }

    private void reopen() {
        store.close();
        store = open(directory);
    }

    private static FindingQuery query(
            @Nullable String service, @Nullable FindingState state, @Nullable Grade grade, int offset, int limit) {
        return new FindingQuery(service, state, grade, LATER.toEpochMilli(), offset, limit);
    }
}
