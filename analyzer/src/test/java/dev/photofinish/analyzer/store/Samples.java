package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.analysis.AnalysisListener.AgentStatus;
import dev.photofinish.analyzer.analysis.AnalysisListener.ChunkSummary;
import dev.photofinish.analyzer.analysis.AnalysisListener.WindowResult;
import dev.photofinish.analyzer.finding.AccessReport;
import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Contention.Holder;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.Grade;
import dev.photofinish.analyzer.finding.Guard;
import dev.photofinish.analyzer.finding.HeldLock;
import dev.photofinish.analyzer.finding.LockCycle;
import dev.photofinish.analyzer.finding.NearestSynchronization;
import dev.photofinish.analyzer.finding.Race;
import dev.photofinish.analyzer.lockorder.LockId;
import dev.photofinish.analyzer.lockorder.NestedLock;
import dev.photofinish.analyzer.lockorder.RememberedOrder;
import dev.photofinish.analyzer.trace.Site;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts to store, the same everywhere. */
public final class Samples {
    public static final String JVM = "11111111-2222-3333-4444-555555555555";
    public static final String OTHER_JVM = "99999999-2222-3333-4444-555555555555";

    private Samples() {}

    public static Race race(String field, Grade grade) {
        return new Race(
                field,
                grade,
                List.of("because"),
                List.of(access("write", "worker-1", true), access("read", "worker-2", false)),
                3,
                "fp-" + field,
                new Guard("com.acme.Shop.lock", 2, 3),
                new NearestSynchronization("worker-1", "monitor exit in A.b", "worker-2", "", "released too early"));
    }

    public static AccessReport access(String kind, String thread, boolean exact) {
        return new AccessReport(
                kind,
                "com.acme.Shop",
                "add",
                10,
                thread,
                List.of(new HeldLock("java.lang.Object", 7, "com.acme.Shop.lock:5")),
                List.of(new Frame("com.acme.Shop", "add", 10), new Frame("com.acme.Main", "run", 3)),
                exact);
    }

    public static Contention waits(String site, long waits, long nanosEach) {
        return new Contention(
                "java.lang.Object",
                site,
                "monitor",
                "jfr",
                waits,
                waits * nanosEach,
                nanosEach,
                0,
                List.of(new Holder("", "holder", waits)),
                List.of(new Frame("com.acme.Shop", "lock", 5)));
    }

    public static Contention handoff(String site, long waits, long waitNanosEach, long holdNanosEach) {
        return new Contention(
                "java.lang.Object",
                site,
                "monitor",
                "handoff",
                waits,
                waits * waitNanosEach,
                waitNanosEach,
                waits * holdNanosEach,
                List.of(),
                List.of());
    }

    public static WindowResult window(long number, List<Race> races, List<Contention> contention) {
        return window(number, races, contention, List.of());
    }

    private static WindowResult window(
            long number, List<Race> races, List<Contention> contention, List<LockCycle> cycles) {
        return new WindowResult(
                JVM, "shop", number, "complete", "", 1, 2, 10, 0, 0, races, List.of(), contention, cycles);
    }

    public static WindowResult lockOrder(long number, Grade grade, String thread) {
        LockCycle.Step one = new LockCycle.Step(thread, "a.A@1", "a.A.lock:1", "a.B@2", "a.B.lock:2", List.of());
        LockCycle.Step other = new LockCycle.Step("t2", "a.B@2", "a.B.lock:2", "a.A@1", "a.A.lock:1", List.of());
        LockCycle cycle = new LockCycle("f1", grade, List.of(one, other), List.of("seen"), false, 1);
        return window(number, List.of(), List.of(), List.of(cycle));
    }

    /** A lock of that class that a thread took under another in one window. */
    public static RememberedOrder remembered(long window, long javaThreadId, String lockClass) {
        LockId held = new LockId(lockClass, 1);
        Site taken = new Site(7, "a.Code", "take", "()V", 12, "", "monitor enter");
        NestedLock taking = new NestedLock(
                javaThreadId,
                "worker-" + javaThreadId,
                held,
                null,
                new LockId("a.B", 2),
                taken,
                Set.of(held, new LockId("a.Gate", 3)),
                List.of(new Frame("a.Code", "take", 12)));
        return new RememberedOrder(window, window, taking);
    }

    public static Observations orders(String instance, long atMillis, RememberedOrder... orders) {
        return new Observations(
                instance, "shop", atMillis, List.of(), List.of(), null, Map.of(), List.of(), Map.of(), List.of(orders));
    }

    public static AgentStatus status(String state) {
        return new AgentStatus(JVM, "shop", "1.0", "window", state, 1, 0.004, 0.25, 100, 20, 7, 1, 4, 0, 0, 0);
    }

    public static Observations windows(String instance, long atMillis, WindowResult... windows) {
        return new Observations(instance, "shop", atMillis, List.of(windows), List.of(), null, Map.of(), List.of());
    }

    public static Observations contention(String instance, long atMillis, Contention... contention) {
        return new Observations(instance, "shop", atMillis, List.of(), List.of(contention), null, Map.of(), List.of());
    }

    /** A chunk of so many nanoseconds, and a window in it. */
    public static Observations recorded(String instance, WindowResult window, long nanos) {
        ChunkSummary chunk = new ChunkSummary(instance, 0, nanos, Map.of(), 0, List.of(), Map.of());
        return new Observations(instance, "shop", 1, List.of(window), List.of(), null, Map.of(), List.of(chunk));
    }

    /** A chunk without time that tells of thresholds. */
    public static Observations thresholds(String instance, Map<String, Long> nanosByType) {
        ChunkSummary chunk = new ChunkSummary(instance, 0, 0, Map.of(), 0, List.of(), nanosByType);
        return new Observations(instance, "shop", 1, List.of(), List.of(), null, Map.of(), List.of(chunk));
    }

    public static Observations losses(String instance, Map<String, Long> losses) {
        return new Observations(instance, "shop", 1, List.of(), List.of(), null, losses, List.of());
    }

    public static Observations status(String instance, AgentStatus status) {
        return new Observations(instance, "shop", 1, List.of(), List.of(), status, Map.of(), List.of());
    }
}
