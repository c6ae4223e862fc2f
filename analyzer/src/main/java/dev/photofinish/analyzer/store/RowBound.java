package dev.photofinish.analyzer.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How many rows a service may still add to a table, counted once per transaction and only if asked. */
final class RowBound {
    private final Connection connection;
    private final String table;
    private final String service;
    private final long max;
    private long rows = -1;

    RowBound(Connection connection, String table, String service, long max) {
        this.connection = connection;
        this.table = table;
        this.service = service;
        this.max = max;
    }

    /** Takes the room of one row, if there is any. */
    boolean take() throws SQLException {
        if (rows < 0) {
            rows = count();
        }
        if (rows >= max) {
            return false;
        }
        rows++;
        return true;
    }

    private long count() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count(*) FROM " + table + " WHERE service = ?")) {
            statement.setString(1, service);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
