package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.lockorder.LockId;
import dev.photofinish.analyzer.lockorder.NestedLock;
import dev.photofinish.analyzer.lockorder.RememberedOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The table of locks taken under others: one row per instance and whatever tells such orders apart. */
final class LockOrderRows {
    /** A bound for hostile agents, and for those of many short threads: the orders of the latest windows stay. */
    private static final int ROWS_PER_INSTANCE = 1_000;

    private LockOrderRows() {}

    /** Remembers what the chunk told; nothing of an instance that has ended. */
    static void add(Connection connection, Observations observations) throws SQLException {
        if (observations.status() != null && observations.status().ended()) {
            forget(connection, observations.instance());
            return;
        }
        boolean inserted = false;
        for (RememberedOrder order : observations.lockOrders()) {
            if (!isBounded(order.taken())) {
                continue;
            }
            String witness = order.taken().key();
            if (!update(connection, observations, order, witness)) {
                insert(connection, observations, order, witness);
                inserted = true;
            }
        }
        if (inserted) {
            trim(connection, observations.instance());
        }
    }

    /** A name that is cut is another lock's, so whoever has longer ones is not remembered. */
    private static boolean isBounded(NestedLock taken) {
        Stream<String> names = Stream.concat(
                Stream.of(taken.acquired().lockClass(), taken.threadName()),
                taken.locks().stream().map(LockId::lockClass));
        Stream<String> sites = Stream.of(taken.heldAt(), taken.acquiredAt())
                .flatMap(Stream::ofNullable)
                .flatMap(site -> Stream.of(
                        site.className(),
                        site.method(),
                        site.descriptor(),
                        site.field(),
                        site.kind(),
                        site.shape(),
                        site.suppressedBy()));
        return Stream.concat(names, sites).allMatch(name -> name.length() <= Bounds.NAME_CHARS);
    }

    private static boolean update(
            Connection connection, Observations observations, RememberedOrder order, String witness)
            throws SQLException {
        String sql = "UPDATE lock_order SET first_window = min(first_window, ?), last_window = max(last_window, ?),"
                + " last_seen = ? WHERE instance = ? AND witness = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, order.firstWindow());
            statement.setLong(2, order.lastWindow());
            statement.setLong(3, observations.atMillis());
            statement.setString(4, observations.instance());
            statement.setString(5, witness);
            return statement.executeUpdate() > 0;
        }
    }

    private static void insert(Connection connection, Observations observations, RememberedOrder order, String witness)
            throws SQLException {
        String sql = "INSERT INTO lock_order (instance, witness, first_window, last_window, last_seen, detail)"
                + " VALUES (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, observations.instance());
            statement.setString(2, witness);
            statement.setLong(3, order.firstWindow());
            statement.setLong(4, order.lastWindow());
            statement.setLong(5, observations.atMillis());
            statement.setString(6, StoredJson.write(bounded(order.taken())));
            statement.executeUpdate();
        }
    }

    private static NestedLock bounded(NestedLock taken) {
        return new NestedLock(
                taken.javaThreadId(),
                taken.threadName(),
                taken.held(),
                taken.heldAt(),
                taken.acquired(),
                taken.acquiredAt(),
                taken.locks(),
                Bounds.frames(taken.frames()));
    }

    private static void forget(Connection connection, String instance) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM lock_order WHERE instance = ?")) {
            statement.setString(1, instance);
            statement.executeUpdate();
        }
    }

    private static void trim(Connection connection, String instance) throws SQLException {
        String sql = "DELETE FROM lock_order WHERE instance = ? AND witness IN (SELECT witness FROM lock_order"
                + " WHERE instance = ? ORDER BY last_window DESC, witness LIMIT -1 OFFSET ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, instance);
            statement.setString(2, instance);
            statement.setInt(3, ROWS_PER_INSTANCE);
            statement.executeUpdate();
        }
    }

    static List<RememberedOrder> of(Connection connection, String instance) throws SQLException {
        String sql = "SELECT first_window, last_window, detail FROM lock_order WHERE instance = ?"
                + " ORDER BY last_window, witness";
        List<RememberedOrder> orders = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, instance);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    orders.add(new RememberedOrder(
                            row.getLong("first_window"),
                            row.getLong("last_window"),
                            StoredJson.read(row.getString("detail"), NestedLock.class)));
                }
            }
        }
        return orders;
    }
}
