package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.finding.LockCycle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of lock orders: one row per service and fingerprint. */
final class LockCycleRows {
    /** More cycles than a service has; a bound for hostile agents. */
    private static final int ROWS_PER_SERVICE = 1_000;

    private LockCycleRows() {}

    /** The parts of a cycle that are lists. */
    record Detail(List<LockCycle.Step> steps, List<String> reasons, boolean happened) {}

    static RowBound bound(Connection connection, String service) {
        return new RowBound(connection, "lock_cycle", service, ROWS_PER_SERVICE);
    }

    /** Counts the cycle once more; false where the service has too many others. */
    static boolean add(Connection connection, RowBound bound, Observations observations, LockCycle cycle)
            throws SQLException {
        return update(connection, observations, cycle) || (bound.take() && insert(connection, observations, cycle));
    }

    /** The example stays that of the highest grade. */
    private static boolean update(Connection connection, Observations observations, LockCycle cycle)
            throws SQLException {
        String sql = "UPDATE lock_cycle SET windows = windows + ?, last_seen = ?,"
                + " detail = CASE WHEN grade < ? THEN ? ELSE detail END,"
                + " grade = CASE WHEN grade < ? THEN ? ELSE grade END WHERE service = ? AND fingerprint = ?";
        int grade = GradeRank.of(cycle.grade());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, cycle.count());
            statement.setLong(2, observations.atMillis());
            statement.setInt(3, grade);
            statement.setString(4, detail(cycle));
            statement.setInt(5, grade);
            statement.setInt(6, grade);
            statement.setString(7, observations.service());
            statement.setString(8, cycle.fingerprint());
            return statement.executeUpdate() > 0;
        }
    }

    private static boolean insert(Connection connection, Observations observations, LockCycle cycle)
            throws SQLException {
        String sql = "INSERT INTO lock_cycle (service, fingerprint, grade, windows, first_seen, last_seen, detail)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, observations.service());
            statement.setString(2, cycle.fingerprint());
            statement.setInt(3, GradeRank.of(cycle.grade()));
            statement.setLong(4, cycle.count());
            statement.setLong(5, observations.atMillis());
            statement.setLong(6, observations.atMillis());
            statement.setString(7, detail(cycle));
            return statement.executeUpdate() > 0;
        }
    }

    private static String detail(LockCycle cycle) {
        return StoredJson.write(new Detail(
                cycle.steps().stream().map(LockCycleRows::bounded).toList(),
                Bounds.reasons(cycle.reasons()),
                cycle.happened()));
    }

    private static LockCycle.Step bounded(LockCycle.Step step) {
        return new LockCycle.Step(
                Bounds.cut(step.thread(), Bounds.NAME_CHARS),
                Bounds.cut(step.held(), Bounds.NAME_CHARS),
                Bounds.cut(step.heldAt(), Bounds.NAME_CHARS),
                Bounds.cut(step.acquired(), Bounds.NAME_CHARS),
                Bounds.cut(step.acquiredAt(), Bounds.NAME_CHARS),
                Bounds.frames(step.stack()));
    }

    static List<LockOrderFinding> gravest(Connection connection, @Nullable String service, int limit)
            throws SQLException {
        List<LockOrderFinding> found = new ArrayList<>();
        String sql = "SELECT service, fingerprint, grade, windows, first_seen, last_seen, detail FROM lock_cycle"
                + " WHERE (? IS NULL OR service = ?) ORDER BY grade DESC, last_seen DESC, service, fingerprint LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, service);
            statement.setString(2, service);
            statement.setInt(3, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Detail detail = StoredJson.read(row.getString("detail"), Detail.class);
                    found.add(new LockOrderFinding(
                            row.getString("service"),
                            new LockCycle(
                                    row.getString("fingerprint"),
                                    GradeRank.grade(row.getInt("grade")),
                                    detail.steps(),
                                    detail.reasons(),
                                    detail.happened(),
                                    row.getLong("windows")),
                            Instant.ofEpochMilli(row.getLong("first_seen")),
                            Instant.ofEpochMilli(row.getLong("last_seen"))));
                }
            }
        }
        return found;
    }
}
