package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.finding.AccessReport;
import dev.photofinish.analyzer.finding.Grade;
import dev.photofinish.analyzer.finding.Guard;
import dev.photofinish.analyzer.finding.NearestSynchronization;
import dev.photofinish.analyzer.finding.Race;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of findings. */
final class FindingRows {
    /** More would not be read by anybody, and a hostile agent could otherwise fill the disk. */
    private static final int FINDINGS_PER_SERVICE = 10_000;

    private static final String KIND = "race";

    private FindingRows() {}

    static RowBound bound(Connection connection, String service) {
        return new RowBound(connection, "finding", service, FINDINGS_PER_SERVICE);
    }

    /** What a person needs to judge a race, as last seen; without guard and synchronization where an earlier version wrote it. */
    record Evidence(
            List<String> reasons,
            List<AccessReport> accesses,
            @Nullable Guard guard,
            @Nullable NearestSynchronization nearestSynchronization) {
        static Evidence of(Race race) {
            return new Evidence(
                    Bounds.reasons(race.reasons()),
                    Bounds.accesses(race.accesses()),
                    Bounds.guard(race.guard()),
                    Bounds.synchronization(race.nearestSynchronization()));
        }

        Evidence with(List<String> otherReasons, List<AccessReport> otherAccesses) {
            return new Evidence(otherReasons, otherAccesses, guard, nearestSynchronization);
        }
    }

    private record Known(Grade grade, FindingState state, long count, long observations, Evidence evidence) {}

    private record Merged(Grade grade, Evidence evidence) {}

    /**
     * Adds one window's word about a race and returns the finding's grade; empty where the service has too many findings.
     *
     * @param windows complete windows of the service, this one included
     */
    static Optional<Grade> sighting(
            Connection connection, RowBound bound, Observations observations, Race race, long windows)
            throws SQLException {
        String fingerprint = Bounds.cut(race.fingerprint(), Bounds.FINGERPRINT_CHARS);
        String id = id(observations.service(), fingerprint);
        Known known = known(connection, id);
        if (known == null && !bound.take()) {
            return Optional.empty();
        }
        Merged merged = known == null ? new Merged(race.grade(), Evidence.of(race)) : merge(known, race);
        String evidence = StoredJson.write(merged.evidence());
        if (known == null) {
            insert(connection, id, fingerprint, observations, race, windows, evidence);
        } else {
            update(connection, id, known, merged.grade(), observations, race, windows, evidence);
        }
        seenBy(connection, id, observations.instance());
        return Optional.of(merged.grade());
    }

    /**
     * As the report of a recording does it: the graver word counts, and the later one of equals; accesses with their own
     * stacks are the better example. Beyond that, two windows are two windows, also of different JVMs or after a restart.
     */
    private static Merged merge(Known known, Race race) {
        boolean graver = race.grade().compareTo(known.grade()) >= 0;
        Grade grade = graver ? race.grade() : known.grade();
        Evidence fresh = Evidence.of(race);
        Evidence told = graver ? fresh : known.evidence();
        boolean better = exactStacks(known.evidence().accesses()) > exactStacks(fresh.accesses());
        List<AccessReport> accesses = better ? known.evidence().accesses() : fresh.accesses();
        if (grade == Grade.MEDIUM) {
            long windows = Bounds.sum(known.observations(), 1);
            String word = "Unordered in " + windows + " windows of all JVMs of the service.";
            return new Merged(Grade.HIGH, told.with(again(told.reasons(), word), accesses));
        }
        return new Merged(grade, told.with(told.reasons(), accesses));
    }

    /** The evidence with another word on the grade, which is the last. */
    private static List<String> again(List<String> reasons, String grade) {
        List<String> all = new ArrayList<>(reasons.subList(0, Math.max(0, reasons.size() - 1)));
        all.add(grade);
        return all;
    }

    private static long exactStacks(List<AccessReport> accesses) {
        return accesses.stream().filter(AccessReport::stackExact).count();
    }

    private static @Nullable Known known(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT grade, state, pair_count, observations, evidence FROM finding WHERE id = ?")) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Known(
                                GradeRank.grade(row.getInt(1)),
                                state(row.getString(2)),
                                row.getLong(3),
                                row.getLong(4),
                                StoredJson.read(row.getString(5), Evidence.class))
                        : null;
            }
        }
    }

    private static void insert(
            Connection connection,
            String id,
            String fingerprint,
            Observations observations,
            Race race,
            long windows,
            String evidence)
            throws SQLException {
        String sql =
                "INSERT INTO finding (id, service, kind, field, fingerprint, grade, state, pair_count, observations,"
                        + " windows_before, windows_last, first_seen, last_seen, evidence)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 'open', ?, 1, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            statement.setString(2, observations.service());
            statement.setString(3, KIND);
            statement.setString(4, Bounds.cut(race.field(), Bounds.NAME_CHARS));
            statement.setString(5, fingerprint);
            statement.setInt(6, GradeRank.of(race.grade()));
            statement.setLong(7, Math.max(0, race.count()));
            statement.setLong(8, windows - 1);
            statement.setLong(9, windows);
            statement.setLong(10, observations.atMillis());
            statement.setLong(11, observations.atMillis());
            statement.setString(12, evidence);
            statement.executeUpdate();
        }
    }

    private static void update(
            Connection connection,
            String id,
            Known known,
            Grade grade,
            Observations observations,
            Race race,
            long windows,
            String evidence)
            throws SQLException {
        String sql = "UPDATE finding SET grade = ?, state = ?, pair_count = ?, observations = ?, windows_last = ?,"
                + " last_seen = CASE WHEN last_seen > ? THEN last_seen ELSE ? END, evidence = ? WHERE id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, GradeRank.of(grade));
            statement.setString(2, known.state().seenAgain().label());
            statement.setLong(3, Bounds.sum(known.count(), race.count()));
            statement.setLong(4, Bounds.sum(known.observations(), 1));
            statement.setLong(5, windows);
            statement.setLong(6, observations.atMillis());
            statement.setLong(7, observations.atMillis());
            statement.setString(8, evidence);
            statement.setString(9, id);
            statement.executeUpdate();
        }
    }

    private static void seenBy(Connection connection, String id, String instance) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO finding_instance (finding, instance) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            statement.setString(1, id);
            statement.setString(2, instance);
            statement.executeUpdate();
        }
    }

    static FindingState state(String label) {
        return FindingState.of(label).orElseThrow(() -> new IllegalStateException("unknown state " + label));
    }

    /** The finding of a race that was observed. */
    static String id(Observations observations, Race race) {
        return id(observations.service(), Bounds.cut(race.fingerprint(), Bounds.FINGERPRINT_CHARS));
    }

    private static String id(String service, String fingerprint) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((service + '\0' + KIND + '\0' + fingerprint).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
