package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.finding.Grade;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Questions to the table of findings. */
final class FindingQueries {
    /** The state at a moment, its only parameter: an acknowledgement that ran out is none. */
    private static final String STATE =
            "CASE WHEN state = 'acknowledged' AND acknowledged_until <= ? THEN 'open' ELSE state END";

    private static final String COLUMNS = "id, service, kind, field, fingerprint, grade, pair_count, observations,"
            + " windows_before, windows_last, first_seen, last_seen, evidence, acknowledged_by, acknowledged_reason,"
            + " acknowledged_at, acknowledged_until,"
            + " (SELECT count(*) FROM finding_instance WHERE finding = finding.id) AS instances,"
            + " (SELECT complete_windows FROM service WHERE name = finding.service) AS windows_now, " + STATE
            + " AS state_now";

    private FindingQueries() {}

    static FindingPage page(Connection connection, FindingQuery query) throws SQLException {
        String where =
                " WHERE (? IS NULL OR service = ?) AND (? IS NULL OR " + STATE + " = ?)" + " AND (? < 0 OR grade = ?)";
        long total;
        try (PreparedStatement statement = connection.prepareStatement("SELECT count(*) FROM finding" + where)) {
            filter(statement, 1, query);
            try (ResultSet row = statement.executeQuery()) {
                total = row.next() ? row.getLong(1) : 0;
            }
        }
        List<Finding> findings = new ArrayList<>();
        String sql = "SELECT " + COLUMNS + " FROM finding" + where
                + " ORDER BY grade DESC, last_seen DESC, id LIMIT ? OFFSET ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, query.atMillis());
            int next = filter(statement, 2, query);
            statement.setInt(next, query.limit());
            statement.setInt(next + 1, query.offset());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    findings.add(finding(row));
                }
            }
        }
        return new FindingPage(findings, total);
    }

    private static int filter(PreparedStatement statement, int first, FindingQuery query) throws SQLException {
        String state = query.state() == null ? null : query.state().label();
        int grade = query.grade() == null ? -1 : GradeRank.of(query.grade());
        statement.setString(first, query.service());
        statement.setString(first + 1, query.service());
        statement.setString(first + 2, state);
        statement.setLong(first + 3, query.atMillis());
        statement.setString(first + 4, state);
        statement.setInt(first + 5, grade);
        statement.setInt(first + 6, grade);
        return first + 7;
    }

    static Optional<Finding> byId(Connection connection, String id, long atMillis) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM finding WHERE id = ?")) {
            statement.setLong(1, atMillis);
            statement.setString(2, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(finding(row)) : Optional.empty();
            }
        }
    }

    static List<GradeCount> openRaces(Connection connection, long atMillis) throws SQLException {
        String sql = "SELECT service, grade, count(*) FROM finding WHERE " + STATE
                + " IN ('open', 'regressed') GROUP BY service, grade";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, atMillis);
            return byServiceAndGrade(connection, statement);
        }
    }

    static List<GradeCount> lockCycles(Connection connection) throws SQLException {
        String sql = "SELECT service, grade, count(*) FROM lock_cycle GROUP BY service, grade";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return byServiceAndGrade(connection, statement);
        }
    }

    /** Counts of all services, where the statement gives those that are not 0. */
    private static List<GradeCount> byServiceAndGrade(Connection connection, PreparedStatement statement)
            throws SQLException {
        Map<String, Map<Grade, Long>> counts = new TreeMap<>();
        try (PreparedStatement services = connection.prepareStatement("SELECT name FROM service");
                ResultSet row = services.executeQuery()) {
            while (row.next()) {
                counts.put(row.getString(1), new EnumMap<>(Grade.class));
            }
        }
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                counts.computeIfAbsent(row.getString(1), service -> new EnumMap<>(Grade.class))
                        .put(GradeRank.grade(row.getInt(2)), row.getLong(3));
            }
        }
        List<GradeCount> all = new ArrayList<>();
        counts.forEach((service, byGrade) -> {
            for (Grade grade : Grade.values()) {
                all.add(new GradeCount(service, grade, byGrade.getOrDefault(grade, 0L)));
            }
        });
        return all;
    }

    private static Finding finding(ResultSet row) throws SQLException {
        FindingRows.Evidence evidence = StoredJson.read(row.getString("evidence"), FindingRows.Evidence.class);
        long windowsNow = row.getLong("windows_now");
        String by = row.getString("acknowledged_by");
        Acknowledgement acknowledgement = by == null
                ? null
                : new Acknowledgement(
                        by,
                        row.getString("acknowledged_reason"),
                        Instant.ofEpochMilli(row.getLong("acknowledged_at")),
                        Instant.ofEpochMilli(row.getLong("acknowledged_until")));
        return new Finding(
                row.getString("id"),
                row.getString("service"),
                row.getString("kind"),
                row.getString("field"),
                GradeRank.grade(row.getInt("grade")),
                FindingRows.state(row.getString("state_now")),
                row.getString("fingerprint"),
                row.getLong("pair_count"),
                row.getLong("observations"),
                windowsNow - row.getLong("windows_before"),
                windowsNow - row.getLong("windows_last"),
                row.getLong("instances"),
                Instant.ofEpochMilli(row.getLong("first_seen")),
                Instant.ofEpochMilli(row.getLong("last_seen")),
                evidence.reasons(),
                evidence.accesses(),
                evidence.guard(),
                evidence.nearestSynchronization(),
                acknowledgement);
    }
}
