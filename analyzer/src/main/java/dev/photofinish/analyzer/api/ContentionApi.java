package dev.photofinish.analyzer.api;

import dev.photofinish.analyzer.contention.Advice;
import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Contention.Holder;
import dev.photofinish.analyzer.finding.Estimate;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.LockQueue;
import dev.photofinish.analyzer.http.JsonAnswer;
import dev.photofinish.analyzer.store.FindingStore;
import dev.photofinish.analyzer.store.LockContention;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/contention}. */
final class ContentionApi {
    private final FindingStore store;

    ContentionApi(FindingStore store) {
        this.store = store;
    }

    /** Places where threads waited for what others had, and for something to happen, longest first. */
    record Places(List<Place> contention, List<Place> waits) {
        Places {
            contention = List.copyOf(contention);
            waits = List.copyOf(waits);
        }
    }

    /** One place: the components of {@link Contention}, what they suggest, and since when. */
    record Place(
            String id,
            String service,
            String lockClass,
            String site,
            String kind,
            String source,
            long waits,
            long waitNanos,
            long maxWaitNanos,
            long contendedNanos,
            long holdNanos,
            List<Holder> holders,
            List<Frame> stack,
            List<Long> waitBuckets,
            @Nullable LockQueue queue,
            @Nullable Estimate estimate,
            @Nullable Long thresholdNanos,
            List<String> advice,
            Instant firstSeen,
            Instant lastSeen) {
        Place {
            holders = List.copyOf(holders);
            stack = List.copyOf(stack);
            waitBuckets = List.copyOf(waitBuckets);
            advice = List.copyOf(advice);
        }

        static Place of(LockContention row) {
            Contention contention = row.contention();
            return new Place(
                    contention.id(),
                    row.service(),
                    contention.lockClass(),
                    contention.site(),
                    contention.kind(),
                    contention.source(),
                    contention.waits(),
                    contention.waitNanos(),
                    contention.maxWaitNanos(),
                    contention.contendedNanos(),
                    contention.holdNanos(),
                    contention.holders(),
                    contention.stack(),
                    contention.waitBuckets(),
                    contention.queue(),
                    row.estimate(),
                    row.thresholdNanos(),
                    Advice.of(contention),
                    row.firstSeen(),
                    row.lastSeen());
        }
    }

    void list(Context context) {
        ServiceQuery query = ServiceQuery.of(context);
        List<LockContention> contention = store.contention(query.service(), query.limit());
        List<LockContention> waits = store.otherWaits(query.service(), query.limit());
        JsonAnswer.write(
                context,
                200,
                new Places(
                        contention.stream().map(Place::of).toList(),
                        waits.stream().map(Place::of).toList()));
    }
}
