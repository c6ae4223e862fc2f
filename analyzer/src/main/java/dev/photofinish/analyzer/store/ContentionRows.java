package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Contention.Holder;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.LockQueue;
import dev.photofinish.analyzer.finding.LockSides;
import dev.photofinish.analyzer.finding.SampledTime;
import dev.photofinish.analyzer.finding.WaitKind;
import dev.photofinish.analyzer.finding.WaitThresholds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of contention: one row per service, lock class, site, kind and source. */
final class ContentionRows {
    /** More places than a person would look at, and a bound for hostile agents. */
    private static final int ROWS_PER_SERVICE = 10_000;

    private static final int HOLDERS = 10;
    private static final String KEY = "service = ? AND lock_class = ? AND site = ? AND kind = ? AND source = ?";
    private static final String COLUMNS = "service, lock_class, site, kind, source, waits, wait_nanos, max_wait_nanos,"
            + " hold_nanos, detail, first_seen, last_seen";

    private ContentionRows() {}

    /** The parts of a contention that are lists. */
    record Detail(
            List<Holder> holders,
            List<Frame> stack,
            List<Long> waitBuckets,
            long contendedNanos,
            @Nullable LockQueue queue) {}

    static RowBound bound(Connection connection, String service) {
        return new RowBound(connection, "contention", service, ROWS_PER_SERVICE);
    }

    /** Adds to the row of that place; false where the service has too many rows. */
    static boolean add(Connection connection, RowBound bound, Observations observations, Contention contention)
            throws SQLException {
        Contention bounded = bounded(contention);
        Contention known = known(connection, observations.service(), bounded);
        if (known == null) {
            if (!bound.take()) {
                return false;
            }
            insert(connection, observations, bounded);
        } else {
            update(connection, observations, bounded(known.plus(bounded)));
        }
        return true;
    }

    private static Contention bounded(Contention contention) {
        List<Holder> holders = contention.holders().stream()
                .limit(HOLDERS)
                .map(holder -> new Holder(
                        Bounds.cut(holder.site(), Bounds.NAME_CHARS),
                        Bounds.cut(holder.thread(), Bounds.NAME_CHARS),
                        Math.max(0, holder.count())))
                .toList();
        return new Contention(
                Bounds.cut(contention.lockClass(), Bounds.NAME_CHARS),
                Bounds.cut(contention.site(), Bounds.NAME_CHARS),
                Bounds.cut(contention.kind(), Bounds.KIND_CHARS),
                Bounds.cut(contention.source(), Bounds.KIND_CHARS),
                Math.max(0, contention.waits()),
                Math.max(0, contention.waitNanos()),
                Math.max(0, contention.maxWaitNanos()),
                Math.max(0, contention.contendedNanos()),
                Math.max(0, contention.holdNanos()),
                holders,
                Bounds.frames(contention.stack()),
                contention.waitBuckets(),
                bounded(contention.queue()));
    }

    private static @Nullable LockQueue bounded(@Nullable LockQueue queue) {
        return queue == null
                ? null
                : new LockQueue(
                        Math.max(0, queue.free()),
                        Math.max(0, queue.latencyNanos()),
                        Math.max(0, queue.maxLatencyNanos()),
                        Math.max(0, queue.maxWaiters()),
                        Math.max(0, queue.overtaken()),
                        Math.max(0, queue.maxOvertaken()),
                        bounded(queue.sides()),
                        Math.max(0, queue.maxHoldNanos()),
                        Math.max(0, queue.allocatedBytes()),
                        Math.max(0, queue.allocatedHolds()),
                        Math.max(0, queue.allocatedHoldNanos()),
                        Math.max(0, queue.holdOutliers()),
                        Math.max(0, queue.convoys()),
                        Math.max(0, queue.longestConvoy()),
                        queue.blockers().stream()
                                .limit(HOLDERS)
                                .map(blocker -> new LockQueue.Blocker(
                                        blocker.depth(),
                                        Bounds.cut(blocker.lockClass(), Bounds.NAME_CHARS),
                                        Bounds.cut(blocker.site(), Bounds.NAME_CHARS),
                                        Bounds.cut(blocker.thread(), Bounds.NAME_CHARS),
                                        Math.max(0, blocker.nanos())))
                                .toList(),
                        queue.guarded().stream()
                                .limit(HOLDERS)
                                .map(field -> new LockQueue.GuardedField(
                                        Bounds.cut(field.field(), Bounds.NAME_CHARS),
                                        Math.max(0, field.held()),
                                        Math.max(0, field.accesses()),
                                        Math.max(0, field.reads())))
                                .toList(),
                        queue.holderPauses().stream()
                                .limit(HOLDERS)
                                .map(pause -> new LockQueue.HolderPause(
                                        Bounds.cut(pause.kind(), Bounds.KIND_CHARS), Math.max(0, pause.nanos())))
                                .toList());
    }

    private static LockSides bounded(LockSides sides) {
        return new LockSides(
                Math.max(0, sides.toRead()),
                Math.max(0, sides.readWaits()),
                Math.max(0, sides.readNanos()),
                Math.max(0, sides.writeWaits()),
                Math.max(0, sides.writeNanos()));
    }

    private static @Nullable Contention known(Connection connection, String service, Contention contention)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM contention WHERE " + KEY)) {
            key(statement, 1, service, contention);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? contention(row) : null;
            }
        }
    }

    private static void insert(Connection connection, Observations observations, Contention contention)
            throws SQLException {
        String sql = "INSERT INTO contention (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = key(statement, 1, observations.service(), contention);
            next = values(statement, next, contention);
            statement.setLong(next, observations.atMillis());
            statement.setLong(next + 1, observations.atMillis());
            statement.executeUpdate();
        }
    }

    private static void update(Connection connection, Observations observations, Contention contention)
            throws SQLException {
        String sql = "UPDATE contention SET waits = ?, wait_nanos = ?, max_wait_nanos = ?, hold_nanos = ?, detail = ?,"
                + " last_seen = ? WHERE " + KEY;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = values(statement, 1, contention);
            statement.setLong(next, observations.atMillis());
            key(statement, next + 1, observations.service(), contention);
            statement.executeUpdate();
        }
    }

    private static int key(PreparedStatement statement, int first, String service, Contention contention)
            throws SQLException {
        statement.setString(first, service);
        statement.setString(first + 1, contention.lockClass());
        statement.setString(first + 2, contention.site());
        statement.setString(first + 3, contention.kind());
        statement.setString(first + 4, contention.source());
        return first + 5;
    }

    private static int values(PreparedStatement statement, int first, Contention contention) throws SQLException {
        statement.setLong(first, contention.waits());
        statement.setLong(first + 1, contention.waitNanos());
        statement.setLong(first + 2, contention.maxWaitNanos());
        statement.setLong(first + 3, contention.holdNanos());
        statement.setString(
                first + 4,
                StoredJson.write(new Detail(
                        contention.holders(),
                        contention.stack(),
                        contention.waitBuckets(),
                        contention.contendedNanos(),
                        contention.queue())));
        return first + 5;
    }

    /** The places of the kinds that are contention, or of all others. */
    static List<LockContention> longest(Connection connection, boolean contention, @Nullable String service, int limit)
            throws SQLException {
        List<LockContention> longest = new ArrayList<>();
        List<String> kinds = WaitKind.labels(true);
        String sql = "SELECT " + COLUMNS + ", COALESCE(window_nanos, 0) AS window_nanos,"
                + " COALESCE(recorded_nanos, 0) AS recorded_nanos,"
                + " COALESCE(monitor_threshold_nanos, 0) AS monitor_threshold_nanos,"
                + " COALESCE(park_threshold_nanos, 0) AS park_threshold_nanos"
                + " FROM contention LEFT JOIN service AS times ON times.name = contention.service"
                + " WHERE (? IS NULL OR service = ?) AND kind "
                + (contention ? "" : "NOT ") + "IN (" + String.join(", ", Collections.nCopies(kinds.size(), "?")) + ")"
                + " ORDER BY wait_nanos DESC, service, lock_class, site, kind, source LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, service);
            statement.setString(2, service);
            int next = 3;
            for (String kind : kinds) {
                statement.setString(next++, kind);
            }
            statement.setInt(next, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    longest.add(new LockContention(
                            row.getString("service"),
                            contention(row),
                            new SampledTime(row.getLong("window_nanos"), row.getLong("recorded_nanos")),
                            new WaitThresholds(
                                    row.getLong("monitor_threshold_nanos"), row.getLong("park_threshold_nanos")),
                            Instant.ofEpochMilli(row.getLong("first_seen")),
                            Instant.ofEpochMilli(row.getLong("last_seen"))));
                }
            }
        }
        return longest;
    }

    private static Contention contention(ResultSet row) throws SQLException {
        Detail detail = StoredJson.read(row.getString("detail"), Detail.class);
        return new Contention(
                row.getString("lock_class"),
                row.getString("site"),
                row.getString("kind"),
                row.getString("source"),
                row.getLong("waits"),
                row.getLong("wait_nanos"),
                row.getLong("max_wait_nanos"),
                detail.contendedNanos(),
                row.getLong("hold_nanos"),
                detail.holders(),
                detail.stack(),
                detail.waitBuckets(),
                detail.queue());
    }
}
