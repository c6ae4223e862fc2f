package dev.photofinish.analyzer.api;

import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Contention.Holder;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.http.JsonAnswer;
import dev.photofinish.analyzer.store.FindingStore;
import dev.photofinish.analyzer.store.LockContention;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;

/** {@code /api/v1/contention}. */
final class ContentionApi {
    private final FindingStore store;

    ContentionApi(FindingStore store) {
        this.store = store;
    }

    /** Places where threads waited, longest first. */
    record Places(List<Place> contention) {
        Places {
            contention = List.copyOf(contention);
        }
    }

    /** One place: the components of {@link Contention}, and since when. */
    record Place(
            String service,
            String lockClass,
            String site,
            String kind,
            String source,
            long waits,
            long waitNanos,
            long maxWaitNanos,
            long holdNanos,
            List<Holder> holders,
            List<Frame> stack,
            List<Long> waitBuckets,
            Instant firstSeen,
            Instant lastSeen) {
        Place {
            holders = List.copyOf(holders);
            stack = List.copyOf(stack);
            waitBuckets = List.copyOf(waitBuckets);
        }

        static Place of(LockContention row) {
            Contention contention = row.contention();
            return new Place(
                    row.service(),
                    contention.lockClass(),
                    contention.site(),
                    contention.kind(),
                    contention.source(),
                    contention.waits(),
                    contention.waitNanos(),
                    contention.maxWaitNanos(),
                    contention.holdNanos(),
                    contention.holders(),
                    contention.stack(),
                    contention.waitBuckets(),
                    row.firstSeen(),
                    row.lastSeen());
        }
    }

    void list(Context context) {
        ServiceQuery query = ServiceQuery.of(context);
        List<Place> places = store.contention(query.service(), query.limit()).stream()
                .map(Place::of)
                .toList();
        JsonAnswer.write(context, 200, new Places(places));
    }
}
