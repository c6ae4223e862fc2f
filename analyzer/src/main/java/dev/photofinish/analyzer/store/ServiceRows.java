package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.analysis.AnalysisListener.ChunkSummary;
import dev.photofinish.analyzer.analysis.AnalysisListener.WindowResult;
import dev.photofinish.analyzer.finding.SampledTime;
import dev.photofinish.analyzer.finding.WaitThresholds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The table of services: how many complete windows each has, what part of the time its windows were open, and which waits make events. */
final class ServiceRows {
    private ServiceRows() {}

    /** What is known of a service. */
    record Totals(long completeWindows, SampledTime sampled, WaitThresholds thresholds) {
        private static final Totals NONE = new Totals(0, SampledTime.NONE, WaitThresholds.NONE);

        private Totals plus(Observations observations) {
            long windows = completeWindows;
            SampledTime time = sampled;
            WaitThresholds highest = thresholds;
            for (WindowResult window : observations.windows()) {
                windows = window.outcome().equals("complete") ? Bounds.sum(windows, 1) : windows;
                time = time.plus(window.sampled());
            }
            for (ChunkSummary chunk : observations.chunks()) {
                time = time.plus(chunk.sampled());
                highest = highest.highest(WaitThresholds.of(chunk.waitThresholds()));
            }
            return new Totals(windows, time, highest);
        }
    }

    /** Adds what was observed; answers the number of complete windows before. */
    static long add(Connection connection, Observations observations) throws SQLException {
        Totals before = totals(connection, observations.service());
        Totals after = before.plus(observations);
        if (!after.equals(before) || !observations.windows().isEmpty()) {
            write(connection, observations.service(), after);
        }
        return before.completeWindows();
    }

    private static Totals totals(Connection connection, String service) throws SQLException {
        String sql =
                "SELECT complete_windows, window_nanos, recorded_nanos, monitor_threshold_nanos, park_threshold_nanos"
                        + " FROM service WHERE name = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, service);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Totals(
                                row.getLong(1),
                                new SampledTime(row.getLong(2), row.getLong(3)),
                                new WaitThresholds(row.getLong(4), row.getLong(5)))
                        : Totals.NONE;
            }
        }
    }

    private static void write(Connection connection, String service, Totals totals) throws SQLException {
        String sql =
                "INSERT INTO service (name, complete_windows, window_nanos, recorded_nanos, monitor_threshold_nanos,"
                        + " park_threshold_nanos) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET complete_windows = excluded.complete_windows,"
                        + " window_nanos = excluded.window_nanos, recorded_nanos = excluded.recorded_nanos,"
                        + " monitor_threshold_nanos = excluded.monitor_threshold_nanos,"
                        + " park_threshold_nanos = excluded.park_threshold_nanos";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, service);
            statement.setLong(2, totals.completeWindows());
            statement.setLong(3, totals.sampled().windowNanos());
            statement.setLong(4, totals.sampled().recordedNanos());
            statement.setLong(5, totals.thresholds().monitorNanos());
            statement.setLong(6, totals.thresholds().parkNanos());
            statement.executeUpdate();
        }
    }
}
