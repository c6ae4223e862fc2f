package dev.photofinish.analyzer.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.photofinish.analyzer.finding.AccessReport;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.Grade;
import dev.photofinish.analyzer.finding.Guard;
import dev.photofinish.analyzer.finding.HeldLock;
import dev.photofinish.analyzer.finding.NearestSynchronization;
import dev.photofinish.analyzer.finding.Race;
import dev.photofinish.analyzer.fixture.Windows;
import dev.photofinish.analyzer.order.HappensBefore;
import dev.photofinish.analyzer.trace.AccessTally;
import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.FieldAccess.Kind;
import dev.photofinish.analyzer.trace.Site;
import dev.photofinish.analyzer.trace.SiteStacks;
import dev.photofinish.analyzer.trace.SyncEdge;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RaceDetectorTest {
    private final Windows window = new Windows();
    private final RaceHistory history = new RaceHistory();
    private final int writer = window.site("acme.Writer", "run", 10, "acme.Box.value");
    private final int reader = window.site("acme.Reader", "get", 20, "acme.Box.value");

    @Test
    void detect_unorderedWriteAndRead_isARace() {
        FieldAccess read = window.access(2, 1, reader, 1, Kind.READ);
        window.access(1, 1, writer, 1, Kind.WRITE);
        window.stack(read, new Frame("acme.Reader", "get", 20));
        Race race = onlyRace();
        assertThat(race.field()).isEqualTo("acme.Box.value");
        assertThat(race.grade()).isEqualTo(Grade.MEDIUM);
        assertThat(race.count()).isEqualTo(1);
        assertThat(race.accesses())
                .containsExactly(
                        new AccessReport(
                                "read",
                                "acme.Reader",
                                "get",
                                20,
                                "thread-2",
                                List.of(),
                                List.of(new Frame("acme.Reader", "get", 20)),
                                true),
                        new AccessReport("write", "acme.Writer", "run", 10, "thread-1", List.of(), List.of(), false));
        assertThat(race.reasons())
                .containsExactly(
                        "No synchronization orders the read in acme.Reader.get:20 and the write in acme.Writer.run:10.",
                        "Nearest synchronization: none. Nothing that one of the two threads released was acquired by"
                                + " the other in this window.",
                        "Neither thread held a lock.",
                        "Seen in one window and for one object so far (1 pair of accesses).");
    }

    @Test
    void detect_atomicAccesses_raceWithPlainOnesOnly() {
        window.access(1, 1, writer, 1, Kind.ATOMIC_WRITE);
        window.access(2, 1, reader, 1, Kind.ATOMIC_READ);
        window.access(3, 1, writer, 2, Kind.ATOMIC_UPDATE);
        window.access(4, 1, reader, 2, Kind.READ);
        assertThat(onlyRace().accesses())
                .extracting(AccessReport::kind)
                .containsExactlyInAnyOrder("atomic update", "read");
    }

    @Test
    void detect_atomicUpdate_comesAfterWhatItSawAndBeforeWhoSeesIt() {
        window.access(1, 1, writer, 1, Kind.WRITE);
        window.edge(1, 1, 2, 3);
        window.access(2, 1, writer, 1, Kind.ATOMIC_UPDATE);
        window.edge(2, 1, 3, 2);
        window.edge(1, 1, 3, 3);
        window.access(3, 3, reader, 1, Kind.READ);
        assertThat(detect()).isEmpty();
    }

    @Test
    void detect_orderedWriteAndRead_isNone() {
        window.access(1, 1, writer, 1, Kind.WRITE);
        window.access(2, 2, reader, 1, Kind.READ);
        window.edge(1, 1, 2, 2);
        assertThat(detect()).isEmpty();
    }

    @Test
    void detect_readsOnly_isNone() {
        window.access(1, 1, reader, 1, Kind.READ);
        window.access(2, 1, reader, 1, Kind.READ);
        assertThat(detect()).isEmpty();
    }

    @Test
    void detect_oneThread_isNone() {
        window.access(1, 1, writer, 1, Kind.WRITE);
        window.access(1, 1, writer, 1, Kind.WRITE);
        assertThat(detect()).isEmpty();
    }

    @Test
    void detect_otherObjectOrFieldOrIndex_isNone() {
        int other = window.site("acme.Writer", "run", 11, "acme.Box.other");
        window.access(1, 1, writer, 1, Kind.WRITE);
        window.access(2, 1, writer, 2, Kind.WRITE);
        window.access(3, 1, other, 1, Kind.WRITE);
        window.add(new FieldAccess(Windows.WINDOW, 3, 1, 2, writer, 3, 0, Kind.WRITE, 0));
        window.add(new FieldAccess(Windows.WINDOW, 2, 1, 2, writer, 3, 1, Kind.WRITE, 0));
        assertThat(detect()).isEmpty();
    }

    @Test
    void detect_accessEmittedTwice_isCountedOnce() {
        FieldAccess write = window.access(1, 1, writer, 1, Kind.WRITE);
        window.access(2, 1, reader, 1, Kind.READ);
        window.add(write);
        assertThat(onlyRace().count()).isEqualTo(1);
    }

    @Test
    void detect_severalObjects_isHigh() {
        for (long object = 1; object <= 3; object++) {
            window.access(1, 1, writer, object, Kind.WRITE);
            window.access(2, 1, reader, object, Kind.READ);
        }
        Race race = onlyRace();
        assertThat(race.grade()).isEqualTo(Grade.HIGH);
        assertThat(race.count()).isEqualTo(3);
        assertThat(race.reasons()).contains("Unordered for 3 different objects in one window.");
    }

    @Test
    void detect_secondWindow_isHigh() {
        window.access(1, 1, writer, 1, Kind.WRITE);
        window.access(2, 1, reader, 1, Kind.READ);
        assertThat(onlyRace().grade()).isEqualTo(Grade.MEDIUM);
        Race again = onlyRace();
        assertThat(again.grade()).isEqualTo(Grade.HIGH);
        assertThat(again.reasons()).contains("Unordered in 2 windows of this JVM.");
    }

    @Test
    void detect_lazyInitializationWithASingleRead_staysLow() {
        String shape = "lazy initialization, single read";
        int lazyWrite = window.site("acme.Name", "hash", 10, "acme.Name.hash", shape);
        int lazyRead = window.site("acme.Name", "hash", 8, "acme.Name.hash", shape);
        for (long object = 1; object <= 3; object++) {
            window.access(1, 1, lazyWrite, object, Kind.WRITE);
            window.access(2, 1, lazyRead, object, Kind.READ);
        }
        assertThat(onlyRace().grade()).isEqualTo(Grade.LOW);
        Race again = onlyRace();
        assertThat(again.grade()).isEqualTo(Grade.LOW);
        assertThat(again.reasons().get(3))
                .isEqualTo("Benign idiom: lazy initialization with a single read, as String.hashCode does it. Each"
                        + " thread uses the value that it read or computed itself, and the value is a primitive of at"
                        + " most 32 bits or an immutable object. Harmless if every computation gives the same value,"
                        + " which the code alone cannot prove.");
    }

    @Test
    void detect_lazyInitializationAgainstAnotherPlace_isGradedAsAnyOther() {
        int lazyRead = window.site("acme.Box", "get", 8, "acme.Box.value", "lazy initialization, single read");
        window.access(1, 1, writer, 1, Kind.WRITE);
        window.access(2, 1, lazyRead, 1, Kind.READ);
        assertThat(onlyRace().grade()).isEqualTo(Grade.MEDIUM);
    }

    @Test
    void detect_lazyInitializationWithADoubleRead_isHighAtFirstSight() {
        String shape = "lazy initialization, double read";
        window.access(1, 1, window.site("acme.Name", "hash", 10, "acme.Name.hash", shape), 1, Kind.WRITE);
        window.access(2, 1, window.site("acme.Name", "hash", 12, "acme.Name.hash", shape), 1, Kind.READ);
        Race race = onlyRace();
        assertThat(race.grade()).isEqualTo(Grade.HIGH);
        assertThat(race.reasons())
                .contains(
                        "Lazy initialization with a second read: acme.Name.hash tests the field and reads it again for"
                                + " its result. The second read may give the default value although the first did not.");
    }

    @Test
    void detect_statisticsCounter_isLow() {
        int count = window.site("acme.Stats", "hit", 5, "acme.Stats.hits", "counter");
        int report = window.site("acme.Stats", "hits", 9, "acme.Stats.hits", "counter report");
        window.access(1, 1, count, 1, Kind.WRITE);
        window.access(2, 1, report, 1, Kind.READ);
        Race race = onlyRace();
        assertThat(race.grade()).isEqualTo(Grade.LOW);
        assertThat(race.reasons())
                .contains(
                        "Benign idiom: a statistics counter of at most 32 bits. All places that access it either add a"
                                + " constant or report the value by a getter, in a text or in a log message. Updates may be"
                                + " lost; harmless if nobody decides by the reported value.");
    }

    @Test
    void detect_releaseBeforeTheWrite_isTheNearestSynchronization() {
        int unlock = window.lockSite("acme.Writer", "run", 8, "monitor exit");
        int lock = window.lockSite("acme.Reader", "get", 19, "monitor enter");
        window.handoff("java.lang.Object", 1, 1, unlock, 2, 2, lock, 0, 0);
        window.access(1, 2, writer, 1, Kind.WRITE);
        window.access(2, 2, reader, 1, Kind.READ);
        Race race = onlyRace();
        assertThat(race.nearestSynchronization())
                .isEqualTo(new NearestSynchronization(
                        "thread-1",
                        "monitor exit in acme.Writer.run:8",
                        "thread-2",
                        "monitor enter in acme.Reader.get:19",
                        "released too early"));
        assertThat(race.reasons())
                .contains("Nearest synchronization: thread \"thread-1\" released by monitor exit in acme.Writer.run:8,"
                        + " and thread \"thread-2\" acquired by monitor enter in acme.Reader.get:19. But the release came"
                        + " before the write in acme.Writer.run:10, so it does not order the two.");
    }

    @Test
    void detect_acquireAfterTheRead_isTheNearestSynchronization() {
        int countDown = 900;
        window.sites().learn(new Site(countDown, "java.util.concurrent.CountDownLatch", "countDown", "", -1, "", "r"));
        window.access(1, 1, writer, 1, Kind.WRITE);
        window.access(2, 1, reader, 1, Kind.READ);
        window.edge(1, 1, 2, 2, countDown, 0);
        assertThat(onlyRace().reasons())
                .contains("Nearest synchronization: thread \"thread-1\" released by"
                        + " java.util.concurrent.CountDownLatch.countDown, and thread \"thread-2\" acquired by its start."
                        + " But the acquire came after the read in acme.Reader.get:20, so it does not order the two.");
    }

    @Test
    void detect_lockHeldInMostAccesses_isTheInferredGuard() {
        int acquired = 900;
        window.sites().learn(new Site(acquired, "acme.Box", "set", "()V", 9, "acme.Box.lock", "monitor enter"));
        window.lock(1, 0, 1, 3, "java.lang.Object", acquired);
        window.access(1, 1, writer, 1, Kind.WRITE, 1);
        window.access(2, 1, reader, 1, Kind.READ);
        window.add(new AccessTally(Windows.WINDOW, writer, 1, -1, 1, 214));
        window.add(new AccessTally(Windows.WINDOW, reader, 1, -1, 0, 1));
        window.add(new AccessTally(Windows.WINDOW, reader, 2, -1, 0, 50));
        Race race = onlyRace();
        assertThat(race.guard()).isEqualTo(new Guard("acme.Box.lock", 214, 215));
        assertThat(race.reasons())
                .contains(
                        "Inferred guard: acme.Box.lock, held in 214 of the 215 recorded accesses to it in this window.");
    }

    @Test
    void detect_monitorOfTheObjectInFewAccesses_isNoGuard() {
        window.lock(1, 0, 1, 1, "acme.Box", 0);
        window.access(1, 1, writer, 1, Kind.WRITE, 1);
        window.access(2, 1, reader, 1, Kind.READ);
        window.add(new AccessTally(Windows.WINDOW, writer, 1, -1, 1, 1));
        window.add(new AccessTally(Windows.WINDOW, reader, 1, -1, 0, 3));
        assertThat(onlyRace().reasons())
                .contains("Inferred guard: none. The lock held most often, this (acme.Box), was held in 1 of the 4"
                        + " recorded accesses to it in this window.");
    }

    @Test
    void detect_manyPairsOfOneObject_staysMedium() {
        for (int i = 0; i < 10; i++) {
            window.access(1, 1, writer, 1, Kind.WRITE);
            window.access(2, 1, reader, 1, Kind.READ);
        }
        Race race = onlyRace();
        assertThat(race.grade()).isEqualTo(Grade.MEDIUM);
        assertThat(race.count()).isEqualTo(100);
    }

    @Test
    void detect_lockOnOneSide_saysWhichAndWhere() {
        int acquired = window.lockSite("acme.Writer", "run", 9, "monitor enter");
        window.lock(1, 0, 1, 3, "java.lang.Object", acquired);
        window.access(1, 1, writer, 1, Kind.WRITE, 1);
        window.access(2, 1, reader, 1, Kind.READ);
        Race race = onlyRace();
        assertThat(race.reasons())
                .contains("Only the write in acme.Writer.run:10 held a lock: java.lang.Object@3"
                        + " (acquired at acme.Writer.run:9).");
        assertThat(race.accesses().get(1).locks())
                .containsExactly(new HeldLock("java.lang.Object", 3, "acme.Writer.run:9"));
    }

    @Test
    void detect_differentLocks_namesBoth() {
        window.lock(1, 0, 1, 3, "acme.A", 0);
        window.lock(2, 1, 2, 5, "acme.C", 0);
        window.lock(2, 0, 2, 4, "acme.B", 0);
        window.access(1, 1, writer, 1, Kind.WRITE, 1);
        window.access(2, 1, reader, 1, Kind.READ, 2);
        assertThat(onlyRace().reasons())
                .contains("Both threads held locks, but none in common: acme.B@4, acme.C@5 in the read in"
                        + " acme.Reader.get:20, acme.A@3 in the write in acme.Writer.run:10.");
    }

    @Test
    void detect_reachedThroughAFinalField_isOrdered() {
        window.access(1, 1, writer, 1, Kind.WRITE);
        window.freeze(1, 1, 2, 2, 5);
        window.access(2, 2, reader, 1, Kind.READ);
        assertThat(detect()).isEmpty();
    }

    @Test
    void detect_plainFieldBesideTheFinalOne_races() {
        window.access(1, 1, writer, 5, Kind.WRITE);
        window.freeze(1, 1, 2, 2, 5);
        window.access(2, 2, reader, 5, Kind.READ);
        assertThat(onlyRace().field()).isEqualTo("acme.Box.value");
    }

    @Test
    void detect_plainFieldBesideTheFinalOne_orderedByAnother_isOrdered() {
        window.access(1, 1, writer, 5, Kind.WRITE);
        window.freeze(1, 1, 2, 2, 5);
        window.freeze(1, 2, 2, 3, 6);
        window.access(2, 3, reader, 5, Kind.READ);
        assertThat(detect()).isEmpty();
    }

    @Test
    void detect_finalFieldFrozenBeforeTheWrite_isNoNearestSynchronization() {
        window.freeze(1, 1, 2, 2, SyncEdge.ANY_FROZEN);
        window.access(1, 2, writer, 1, Kind.WRITE);
        window.access(2, 2, reader, 1, Kind.READ);
        assertThat(onlyRace().nearestSynchronization()).isNull();
    }

    @Test
    void detect_commonLock_saysThatItDoesNotExclude() {
        window.lock(1, 0, 1, 3, "java.util.concurrent.locks.ReentrantReadWriteLock", 0);
        window.access(1, 1, writer, 1, Kind.WRITE, 1);
        window.access(2, 1, reader, 1, Kind.READ, 1);
        assertThat(onlyRace().reasons())
                .anyMatch(reason -> reason.startsWith("Both threads held"
                        + " java.util.concurrent.locks.ReentrantReadWriteLock@3, yet neither waited for the other"));
    }

    @Test
    void detect_lockSetWithAMissingMember_saysThatItIsNotKnown() {
        window.lock(1, 0, 2, 3, "acme.A", 0);
        window.access(1, 1, writer, 1, Kind.WRITE, 1);
        window.access(2, 1, reader, 1, Kind.READ);
        Race race = onlyRace();
        assertThat(race.reasons())
                .contains("Which locks were held is not known: a photofinish.LockSet event is missing, or a thread ran"
                        + " code from before an attach.");
        assertThat(race.accesses())
                .extracting(AccessReport::kind, AccessReport::locksUnknown)
                .containsExactlyInAnyOrder(tuple("write", true), tuple("read", false));
    }

    @Test
    void detect_lockThatWasCollected_andAnotherInItsPlace_isNoRace() {
        int place = window.site("acme.Stripes", "add", 30, "");
        int elsewhere = window.site("acme.Stripes", "get", 40, "");
        window.lock(1, 0, 1, 0, "acme.Lock", place);
        window.lock(2, 0, 1, 3, "acme.Lock", place);
        window.lock(3, 0, 1, 4, "acme.Lock", elsewhere);
        window.access(1, 1, writer, 1, Kind.WRITE, 1);
        window.access(2, 1, reader, 1, Kind.READ, 2);
        assertThat(detect()).isEmpty();
        window.access(3, 1, reader, 1, Kind.READ, 3);
        assertThat(detect()).as("a lock that was taken elsewhere").hasSize(1);
    }

    @Test
    void detect_locksThatAreThere_takenAtOnePlace_areNoSuccessors() {
        int place = window.site("acme.Stripes", "add", 30, "");
        window.lock(1, 0, 1, 2, "acme.Lock", place);
        window.lock(2, 0, 1, 3, "acme.Lock", place);
        window.access(1, 1, writer, 1, Kind.WRITE, 1);
        window.access(2, 1, reader, 1, Kind.READ, 2);
        assertThat(detect()).hasSize(1);
    }

    /** What a queue calls while it has its lock, which orders nothing. */
    @Test
    void detect_lockThatBothHold_leavesThePairOut() {
        int place = window.site("java.util.concurrent.ArrayBlockingQueue", "forEach", 30, "");
        window.lock(1, 0, 1, 2, "java.util.concurrent.locks.ReentrantLock", place);
        window.lock(2, 0, 1, 2, "java.util.concurrent.locks.ReentrantLock", place);
        window.access(1, 1, writer, 1, Kind.WRITE, 1);
        window.access(2, 1, reader, 1, Kind.READ, 2);
        assertThat(detect()).isEmpty();
    }

    @Test
    void detect_threadsThatCountAsOne_doNotRaceWithEachOther_butWithOthers() {
        window.access(1, 1, writer, 1, Kind.WRITE);
        window.access(2, 1, reader, 1, Kind.READ);
        window.merge(List.of(1, 2));
        assertThat(detect()).isEmpty();
        window.access(3, 1, reader, 1, Kind.READ);
        Race race = onlyRace();
        assertThat(race.accesses()).extracting(AccessReport::thread).containsExactlyInAnyOrder("thread-1", "thread-3");
        assertThat(race.reasons()).anyMatch(reason -> reason.startsWith("Which locks were held is not known"));
        assertThat(race.guard()).isNull();
        assertThat(race.accesses())
                .extracting(AccessReport::thread, AccessReport::locksUnknown)
                .containsExactlyInAnyOrder(tuple("thread-1", true), tuple("thread-3", false));
    }

    @Test
    void detect_twoPairsOfMethods_areTwoRaces_inStableOrder() {
        int other = window.site("acme.Writer", "reset", 30, "acme.Box.value");
        window.access(1, 1, writer, 1, Kind.WRITE);
        window.access(1, 1, other, 1, Kind.WRITE);
        window.access(2, 1, reader, 1, Kind.READ);
        List<Race> races = detect();
        assertThat(races).hasSize(2);
        assertThat(races).extracting(Race::fingerprint).isSorted();
        assertThat(detect())
                .extracting(Race::fingerprint)
                .isEqualTo(races.stream().map(Race::fingerprint).toList());
    }

    @Test
    void detect_virtualThreadsByTheThousands_isDone() {
        int threads = 3_000;
        for (int thread = 1; thread <= threads; thread++) {
            window.access(thread, 1, writer, 1, Kind.WRITE);
        }
        assertThat(onlyRace().count()).isEqualTo((long) threads * (threads - 1) / 2);
    }

    private Race onlyRace() {
        List<Race> races = detect();
        assertThat(races).hasSize(1);
        return races.get(0);
    }

    private List<Race> detect() {
        WindowTrace trace = window.complete();
        RaceDetector detector = new RaceDetector(trace, HappensBefore.replay(trace), window.sites(), new SiteStacks());
        return Objects.requireNonNull(detector.detect(history));
    }
}
