package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.analysis.AnalysisListener.WindowResult;
import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Grade;
import dev.photofinish.analyzer.finding.LockCycle;
import dev.photofinish.analyzer.finding.Race;
import dev.photofinish.analyzer.lockorder.RememberedOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store in SQL: transactions here, one class per table below it. */
final class SqlFindingStore implements FindingStore {
    private final SqlDatabase database;

    SqlFindingStore(SqlDatabase database) {
        this.database = database;
    }

    @Override
    public Recorded record(Observations observations, @Nullable ChunkDone done) {
        return database.write(connection -> {
            if (done != null) {
                SqlChunkJournal.done(connection, done);
            }
            InstanceRows.status(connection, observations);
            Map<String, Long> newLosses = InstanceRows.losses(connection, observations);
            Map<Grade, Long> sightings = new EnumMap<>(Grade.class);
            Map<Grade, String> examples = new EnumMap<>(Grade.class);
            long windowsBefore = ServiceRows.add(connection, observations);
            long notStored = races(connection, observations, windowsBefore, sightings, examples)
                    + contention(connection, observations)
                    + lockCycles(connection, observations);
            LockOrderRows.add(connection, observations);
            return new Recorded(sightings, examples, newLosses, notStored);
        });
    }

    private static long races(
            Connection connection,
            Observations observations,
            long windowsBefore,
            Map<Grade, Long> sightings,
            Map<Grade, String> examples)
            throws SQLException {
        long notStored = 0;
        long windows = windowsBefore;
        RowBound bound = FindingRows.bound(connection, observations.service());
        for (WindowResult window : observations.windows()) {
            if (window.outcome().equals("complete")) {
                windows = Bounds.sum(windows, 1);
            }
            for (Race race : window.races()) {
                Optional<Grade> grade = FindingRows.sighting(connection, bound, observations, race, windows);
                if (grade.isPresent()) {
                    sightings.merge(grade.get(), 1L, Long::sum);
                    examples.put(grade.get(), FindingRows.id(observations, race));
                } else {
                    notStored++;
                }
            }
        }
        return notStored;
    }

    private static long contention(Connection connection, Observations observations) throws SQLException {
        List<Contention> all = new ArrayList<>(observations.contention());
        observations.windows().forEach(window -> all.addAll(window.contention()));
        long notStored = 0;
        RowBound bound = ContentionRows.bound(connection, observations.service());
        for (Contention contention : all) {
            if (!ContentionRows.add(connection, bound, observations, contention)) {
                notStored++;
            }
        }
        return notStored;
    }

    private static long lockCycles(Connection connection, Observations observations) throws SQLException {
        long notStored = 0;
        RowBound bound = LockCycleRows.bound(connection, observations.service());
        List<LockCycle> all = new ArrayList<>();
        observations.windows().forEach(window -> all.addAll(window.lockCycles()));
        observations.chunks().forEach(chunk -> all.addAll(chunk.deadlocks()));
        for (LockCycle cycle : all) {
            if (!LockCycleRows.add(connection, bound, observations, cycle)) {
                notStored++;
            }
        }
        return notStored;
    }

    @Override
    public FindingPage findings(FindingQuery query) {
        return database.read(connection -> FindingQueries.page(connection, query));
    }

    @Override
    public Optional<Finding> finding(String id, Instant at) {
        return database.read(connection -> FindingQueries.byId(connection, id, at.toEpochMilli()));
    }

    @Override
    public Optional<Finding> acknowledge(String id, Acknowledgement acknowledgement) {
        return database.write(connection -> {
            String sql = "UPDATE finding SET state = 'acknowledged', acknowledged_by = ?, acknowledged_reason = ?,"
                    + " acknowledged_at = ?, acknowledged_until = ? WHERE id = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, acknowledgement.by());
                statement.setString(2, acknowledgement.reason());
                statement.setLong(3, acknowledgement.at().toEpochMilli());
                statement.setLong(4, acknowledgement.until().toEpochMilli());
                statement.setString(5, id);
                statement.executeUpdate();
            }
            return FindingQueries.byId(connection, id, acknowledgement.at().toEpochMilli());
        });
    }

    @Override
    public List<GradeCount> openRaces(Instant at) {
        return database.read(connection -> FindingQueries.openRaces(connection, at.toEpochMilli()));
    }

    @Override
    public List<LockOrderFinding> lockOrders(@Nullable String service, int limit) {
        return database.read(connection -> LockCycleRows.gravest(connection, service, limit));
    }

    @Override
    public List<RememberedOrder> rememberedOrders(String instance) {
        return database.read(connection -> LockOrderRows.of(connection, instance));
    }

    @Override
    public List<GradeCount> lockCycles() {
        return database.read(FindingQueries::lockCycles);
    }

    @Override
    public List<LockContention> contention(@Nullable String service, int limit) {
        return database.read(connection -> ContentionRows.longest(connection, true, service, limit));
    }

    @Override
    public List<LockContention> otherWaits(@Nullable String service, int limit) {
        return database.read(connection -> ContentionRows.longest(connection, false, service, limit));
    }

    @Override
    public List<Agent> agents(Instant since, int limit) {
        return database.read(connection -> InstanceRows.agents(connection, since.toEpochMilli(), limit));
    }

    @Override
    public int purge(Instant before, Instant ordersBefore) {
        return database.write(connection -> delete(connection, "finding WHERE last_seen < ?", before)
                + delete(connection, "contention WHERE last_seen < ?", before)
                + delete(connection, "lock_cycle WHERE last_seen < ?", before)
                + delete(connection, "lock_order WHERE last_seen < ?", ordersBefore)
                + delete(
                        connection,
                        "instance WHERE last_seen < ?"
                                + " AND NOT EXISTS (SELECT 1 FROM chunk WHERE chunk.instance = instance.instance)",
                        before));
    }

    private static int delete(Connection connection, String fromWhere, Instant before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM " + fromWhere)) {
            statement.setLong(1, before.toEpochMilli());
            return statement.executeUpdate();
        }
    }
}
