package dev.photofinish.analyzer.api;

import dev.photofinish.analyzer.finding.LockCycle;
import dev.photofinish.analyzer.http.JsonAnswer;
import dev.photofinish.analyzer.store.FindingStore;
import dev.photofinish.analyzer.store.LockOrderFinding;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;

/** {@code /api/v1/lock-order}. */
final class LockOrderApi {
    private final FindingStore store;

    LockOrderApi(FindingStore store) {
        this.store = store;
    }

    /** Cycles of locks, the gravest first. */
    record Cycles(List<Cycle> lockOrder) {
        Cycles {
            lockOrder = List.copyOf(lockOrder);
        }
    }

    /** One cycle: the components of {@link LockCycle}, and since when. */
    record Cycle(
            String service,
            String fingerprint,
            String grade,
            List<LockCycle.Step> steps,
            List<String> reasons,
            boolean happened,
            long count,
            Instant firstSeen,
            Instant lastSeen) {
        Cycle {
            steps = List.copyOf(steps);
            reasons = List.copyOf(reasons);
        }

        static Cycle of(LockOrderFinding row) {
            LockCycle cycle = row.cycle();
            return new Cycle(
                    row.service(),
                    cycle.fingerprint(),
                    cycle.grade().label(),
                    cycle.steps(),
                    cycle.reasons(),
                    cycle.happened(),
                    cycle.count(),
                    row.firstSeen(),
                    row.lastSeen());
        }
    }

    void list(Context context) {
        ServiceQuery query = ServiceQuery.of(context);
        List<Cycle> cycles = store.lockOrders(query.service(), query.limit()).stream()
                .map(Cycle::of)
                .toList();
        JsonAnswer.write(context, 200, new Cycles(cycles));
    }
}
