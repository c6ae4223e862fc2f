package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.analysis.AnalysisListener.AgentStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of the monitored JVMs and of what their agents lost. */
final class InstanceRows {
    /** An agent has a handful of reasons; more are somebody's game. */
    private static final int REASONS_PER_INSTANCE = 64;

    private InstanceRows() {}

    static void status(Connection connection, Observations observations) throws SQLException {
        if (observations.status() == null) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE instance SET status = ? WHERE instance = ?")) {
            statement.setString(1, StoredJson.write(bounded(observations.status())));
            statement.setString(2, observations.instance());
            statement.executeUpdate();
        }
    }

    /** Turns totals since the agent started into what is new since its last word, by reason. */
    static Map<String, Long> losses(Connection connection, Observations observations) throws SQLException {
        Map<String, Long> newLosses = new HashMap<>();
        if (observations.losses().isEmpty()) {
            return newLosses;
        }
        Map<String, Long> known = knownLosses(connection, observations.instance());
        for (Map.Entry<String, Long> loss : observations.losses().entrySet()) {
            String reason = Bounds.cut(loss.getKey(), Bounds.REASON_CHARS);
            long before = known.getOrDefault(reason, 0L);
            long total = loss.getValue();
            if (total <= before || (known.size() >= REASONS_PER_INSTANCE && !known.containsKey(reason))) {
                continue;
            }
            newLosses.merge(reason, total - before, Bounds::sum);
            known.put(reason, total);
            setLoss(connection, observations.instance(), reason, total);
        }
        return newLosses;
    }

    private static Map<String, Long> knownLosses(Connection connection, String instance) throws SQLException {
        Map<String, Long> known = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT reason, total FROM instance_loss WHERE instance = ?")) {
            statement.setString(1, instance);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    known.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return known;
    }

    private static void setLoss(Connection connection, String instance, String reason, long total) throws SQLException {
        String sql = "INSERT INTO instance_loss (instance, reason, total) SELECT instance, ?, ? FROM instance"
                + " WHERE instance = ?"
                + " ON CONFLICT (instance, reason) DO UPDATE SET total = excluded.total";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, reason);
            statement.setLong(2, total);
            statement.setString(3, instance);
            statement.executeUpdate();
        }
    }

    static List<Agent> agents(Connection connection, long sinceMillis, int limit) throws SQLException {
        List<Agent> agents = new ArrayList<>();
        String sql = "SELECT instance, service, first_seen, last_seen, next_sequence, status,"
                + " (SELECT count(*) FROM chunk WHERE chunk.instance = instance.instance) AS waiting"
                + " FROM instance WHERE last_seen >= ? ORDER BY last_seen DESC, instance LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, sinceMillis);
            statement.setInt(2, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String status = row.getString("status");
                    agents.add(new Agent(
                            row.getString("instance"),
                            row.getString("service"),
                            Instant.ofEpochMilli(row.getLong("first_seen")),
                            Instant.ofEpochMilli(row.getLong("last_seen")),
                            row.getLong("next_sequence"),
                            row.getLong("waiting"),
                            status == null ? null : StoredJson.read(status, AgentStatus.class)));
                }
            }
        }
        return agents;
    }

    private static AgentStatus bounded(AgentStatus status) {
        return new AgentStatus(
                Bounds.cut(status.instance(), Bounds.KIND_CHARS),
                Bounds.cut(status.service(), Bounds.REASON_CHARS),
                Bounds.cut(status.version(), Bounds.KIND_CHARS),
                Bounds.cut(status.mode(), Bounds.KIND_CHARS),
                Bounds.cut(status.state(), Bounds.KIND_CHARS),
                finite(status.budgetPercent()),
                finite(status.overheadRatio()),
                finite(status.coverageRatio()),
                status.fieldsKnown(),
                status.fieldsArmed(),
                status.classesWoven(),
                status.classesNotWeavable(),
                status.chunksShipped(),
                status.chunksDropped(),
                status.errors(),
                status.deadlockedThreads());
    }

    private static double finite(double number) {
        return Double.isFinite(number) ? number : 0;
    }
}
