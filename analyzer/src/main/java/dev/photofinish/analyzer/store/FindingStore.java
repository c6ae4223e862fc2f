package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.lockorder.RememberedOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Findings, contention and agents, and the history of each. */
public interface FindingStore {
    /**
     * Writes everything or nothing.
     *
     * @param done the chunk that gave this, and is marked as analysed with it; null at the end of a stream
     */
    Recorded record(Observations observations, @Nullable ChunkDone done);

    /** The findings asked for. */
    FindingPage findings(FindingQuery query);

    /** One finding; the moment decides whether an acknowledgement still holds. */
    Optional<Finding> finding(String id, Instant at);

    /** Marks a finding as known until a moment; empty where there is no such finding. */
    Optional<Finding> acknowledge(String id, Acknowledgement acknowledgement);

    /** Open and regressed races by service and grade; a service without any is present with zeros. */
    List<GradeCount> openRaces(Instant at);

    /** Locks that are taken in different orders, the gravest first, then the latest; null means every service. */
    List<LockOrderFinding> lockOrders(@Nullable String service, int limit);

    /** The locks that an instance was seen to take under others, the latest of them, the earliest first. */
    List<RememberedOrder> rememberedOrders(String instance);

    /** How many cycles of locks there are by service and grade; a service without any is present with zeros. */
    List<GradeCount> lockCycles();

    /** Places where threads waited for what others had, longest sum of waits first; null means every service. */
    List<LockContention> contention(@Nullable String service, int limit);

    /** Places where threads waited for something to happen, longest sum of waits first; null means every service. */
    List<LockContention> otherWaits(@Nullable String service, int limit);

    /** JVMs from which a chunk was received since then, most recent first. */
    List<Agent> agents(Instant since, int limit);

    /**
     * Forgets what was last seen before that moment and returns the number of rows.
     *
     * @param ordersBefore the same for remembered lock orders, which are of use while their JVM lives
     */
    int purge(Instant before, Instant ordersBefore);
}
