package dev.photofinish.analyzer.analysis;

import dev.photofinish.analyzer.analysis.AnalysisListener.WindowResult;
import dev.photofinish.analyzer.contention.ContentionTable;
import dev.photofinish.analyzer.contention.StackProfile;
import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.LockCycle;
import dev.photofinish.analyzer.finding.Race;
import dev.photofinish.analyzer.finding.StackRole;
import dev.photofinish.analyzer.lockorder.LockOrderGraph;
import dev.photofinish.analyzer.order.HappensBefore;
import dev.photofinish.analyzer.race.RaceDetector;
import dev.photofinish.analyzer.suppress.Suppressions;
import dev.photofinish.analyzer.trace.Completeness;
import dev.photofinish.analyzer.trace.WindowEnd;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.List;

/** Decides on one window: warm-up, incomplete, or complete with its races. Contention is told of all but warm-ups. */
final class WindowJudge {
    private static final String COMPLETE = "complete";
    private static final String INCOMPLETE = "incomplete";
    private static final String WARM_UP = "warmup";
    private static final Suppressions.Divided NONE = new Suppressions.Divided(List.of(), List.of());

    private final InstanceMemory memory;
    private final String instance;
    private final String service;
    private final Suppressions suppressions;

    WindowJudge(InstanceMemory memory, String instance, String service, Suppressions suppressions) {
        this.memory = memory;
        this.instance = instance;
        this.service = service;
        this.suppressions = suppressions;
    }

    /** Tells the listener of the window and what was found in it. */
    void judge(WindowTrace trace, AnalysisListener listener) {
        WindowResult result = result(trace, listener);
        listener.window(result);
        if (!result.outcome().equals(WARM_UP)) {
            StackProfile waiters = new StackProfile();
            StackProfile holders = new StackProfile();
            trace.lockStacks()
                    .forEach(stack -> (stack.holder() ? holders : waiters).add(stack.frames(), stack.nanos()));
            listener.lockStacks(StackRole.WAITERS_IN_WINDOWS, waiters.stacks());
            listener.lockStacks(StackRole.HOLDERS_IN_WINDOWS, holders.stacks());
        }
    }

    private WindowResult result(WindowTrace trace, AnalysisListener listener) {
        Completeness completeness = Completeness.of(trace, memory.sites());
        WindowEnd end = trace.end();
        memory.stacks().learn(trace);
        if (end != null && end.warmUp()) {
            return result(trace, WARM_UP, "", completeness.lost(), NONE, List.of(), List.of());
        }
        ContentionTable contention = new ContentionTable();
        contention.add(trace, memory.sites(), memory.pauses());
        if (!completeness.complete()) {
            return incomplete(trace, completeness.reason(), completeness.lost(), contention.rows());
        }
        HappensBefore order = HappensBefore.replay(trace);
        if (!order.consistent()) {
            return incomplete(trace, "its edges form a cycle", completeness.lost(), contention.rows());
        }
        RaceDetector detector = new RaceDetector(trace, order, memory.sites(), memory.stacks());
        List<Race> races = detector.detect(memory.history());
        if (races == null) {
            return incomplete(trace, "its accesses are too many to compare", completeness.lost(), contention.rows());
        }
        // Locks that were taken unseen may be gates; and what is exported has no way of saying that threads count as
        // one.
        boolean allSeen = trace.mergedThreads() == 0;
        LockOrderGraph.Found lockOrders = LockOrderGraph.Found.NOTHING;
        if (allSeen) {
            listener.complete(trace, memory.sites());
            lockOrders = memory.lockOrders().add(trace, memory.sites());
            listener.lockOrders(lockOrders.orders());
        }
        return result(
                trace,
                COMPLETE,
                "",
                completeness.lost(),
                suppressions.divide(races, detector.suppressedBy()),
                contention.rows(),
                lockOrders.cycles());
    }

    private WindowResult incomplete(WindowTrace trace, String reason, long lost, List<Contention> contention) {
        return result(trace, INCOMPLETE, reason, lost, NONE, contention, List.of());
    }

    private WindowResult result(
            WindowTrace trace,
            String outcome,
            String reason,
            long lost,
            Suppressions.Divided races,
            List<Contention> contention,
            List<LockCycle> lockCycles) {
        WindowEnd end = trace.end();
        return new WindowResult(
                instance,
                service,
                trace.window(),
                outcome,
                reason,
                end == null ? 0 : end.openedNanos(),
                end == null ? 0 : end.closedNanos(),
                trace.events(),
                lost,
                trace.mergedThreads(),
                races.reported(),
                races.suppressed(),
                contention,
                lockCycles);
    }
}
