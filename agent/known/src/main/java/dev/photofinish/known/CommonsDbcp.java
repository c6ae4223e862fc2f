package dev.photofinish.known;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.commons.dbcp.BasicDataSource;

/**
 * One thread uses its connection, which notes the time; another borrows one, and because the pool is nearly exhausted it
 * looks for connections that were not used for long.
 */
final class CommonsDbcp implements Driver {
    private final BasicDataSource source = new BasicDataSource();
    private final Connection used;

    @SuppressWarnings("deprecation") // as applications of that time did
    CommonsDbcp() throws SQLException {
        StubDatabase.register();
        source.setUrl(StubDatabase.URL);
        source.setMaxActive(3);
        source.setRemoveAbandoned(true);
        used = source.getConnection();
    }

    @Override
    public void first() throws SQLException {
        used.createStatement();
    }

    @Override
    public void second() throws SQLException {
        source.getConnection();
    }
}
