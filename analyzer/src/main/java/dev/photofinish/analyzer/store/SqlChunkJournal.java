package dev.photofinish.analyzer.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The journal in SQL. A chunk has a row while it waits; once analysed, its instance's next sequence stands for it. */
final class SqlChunkJournal implements ChunkJournal {
    /** Older gaps are forgotten: a chunk of theirs would then be called a duplicate, which changes only a counter. */
    private static final int GAPS_KEPT = 64;

    private final SqlDatabase database;

    SqlChunkJournal(SqlDatabase database) {
        this.database = database;
    }

    @Override
    public Standing standing(ChunkKey key) {
        return database.read(connection -> standing(connection, key));
    }

    @Override
    public Acceptance accept(ChunkReceipt receipt) {
        return database.write(connection -> {
            Standing standing = standing(connection, receipt.key());
            if (standing == Standing.NEW) {
                insert(connection, receipt);
            }
            return new Acceptance(
                    standing, nextSequence(connection, receipt.key().instance()));
        });
    }

    @Override
    public List<ChunkReceipt> waiting() {
        return database.read(connection -> {
            List<ChunkReceipt> waiting = new ArrayList<>();
            String sql = "SELECT instance, sequence, service, stored_bytes, received FROM chunk"
                    + " ORDER BY instance, sequence";
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ChunkKey key = new ChunkKey(row.getString(1), row.getLong(2));
                    waiting.add(new ChunkReceipt(key, row.getString(3), row.getLong(4), row.getLong(5)));
                }
            }
            return waiting;
        });
    }

    @Override
    public long nextSequence(String instance) {
        return database.read(connection -> nextSequence(connection, instance));
    }

    @Override
    public void discard(ChunkKey key) {
        database.write(connection -> {
            delete(connection, key);
            return key;
        });
    }

    @Override
    public int countAttempt(ChunkKey key) {
        return database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "UPDATE chunk SET attempts = attempts + 1 WHERE instance = ? AND sequence = ?")) {
                statement.setString(1, key.instance());
                statement.setLong(2, key.sequence());
                statement.executeUpdate();
            }
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT attempts FROM chunk WHERE instance = ? AND sequence = ?")) {
                statement.setString(1, key.instance());
                statement.setLong(2, key.sequence());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? row.getInt(1) : 0;
                }
            }
        });
    }

    /** Marks a chunk as analysed, and what was missing before it as given up; part of the caller's transaction. */
    static void done(Connection connection, ChunkDone done) throws SQLException {
        ChunkKey key = done.key();
        delete(connection, key);
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE instance SET next_sequence = ? WHERE instance = ?")) {
            statement.setLong(1, key.sequence() + 1);
            statement.setString(2, key.instance());
            statement.executeUpdate();
        }
        if (done.missingFrom() < key.sequence()) {
            insertGap(connection, key.instance(), done.missingFrom(), key.sequence() - 1);
        }
    }

    private static void delete(Connection connection, ChunkKey key) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM chunk WHERE instance = ? AND sequence = ?")) {
            statement.setString(1, key.instance());
            statement.setLong(2, key.sequence());
            statement.executeUpdate();
        }
    }

    private static Standing standing(Connection connection, ChunkKey key) throws SQLException {
        if (key.sequence() < nextSequence(connection, key.instance())) {
            return matches(
                            connection,
                            "SELECT 1 FROM instance_gap WHERE instance = ? AND ? BETWEEN first_sequence AND last_sequence",
                            key)
                    ? Standing.LATE
                    : Standing.DUPLICATE;
        }
        return matches(connection, "SELECT 1 FROM chunk WHERE instance = ? AND sequence = ?", key)
                ? Standing.DUPLICATE
                : Standing.NEW;
    }

    private static boolean matches(Connection connection, String sql, ChunkKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key.instance());
            statement.setLong(2, key.sequence());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static long nextSequence(Connection connection, String instance) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT next_sequence FROM instance WHERE instance = ?")) {
            statement.setString(1, instance);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static void insert(Connection connection, ChunkReceipt receipt) throws SQLException {
        String instance = "INSERT INTO instance (instance, service, next_sequence, first_seen, last_seen)"
                + " VALUES (?, ?, 0, ?, ?)"
                + " ON CONFLICT (instance) DO UPDATE SET service = excluded.service, last_seen = excluded.last_seen";
        try (PreparedStatement statement = connection.prepareStatement(instance)) {
            statement.setString(1, receipt.key().instance());
            statement.setString(2, receipt.service());
            statement.setLong(3, receipt.receivedMillis());
            statement.setLong(4, receipt.receivedMillis());
            statement.executeUpdate();
        }
        String chunk = "INSERT INTO chunk (instance, sequence, service, stored_bytes, received, attempts)"
                + " VALUES (?, ?, ?, ?, ?, 0)";
        try (PreparedStatement statement = connection.prepareStatement(chunk)) {
            statement.setString(1, receipt.key().instance());
            statement.setLong(2, receipt.key().sequence());
            statement.setString(3, receipt.service());
            statement.setLong(4, receipt.storedBytes());
            statement.setLong(5, receipt.receivedMillis());
            statement.executeUpdate();
        }
    }

    private static void insertGap(Connection connection, String instance, long first, long last) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO instance_gap (instance, first_sequence, last_sequence) VALUES (?, ?, ?)")) {
            statement.setString(1, instance);
            statement.setLong(2, first);
            statement.setLong(3, last);
            statement.executeUpdate();
        }
        String forget = "DELETE FROM instance_gap WHERE instance = ? AND first_sequence NOT IN (SELECT first_sequence"
                + " FROM instance_gap WHERE instance = ? ORDER BY first_sequence DESC LIMIT " + GAPS_KEPT + ")";
        try (PreparedStatement statement = connection.prepareStatement(forget)) {
            statement.setString(1, instance);
            statement.setString(2, instance);
            statement.executeUpdate();
        }
    }
}
