package dev.photofinish.known;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.apache.commons.dbcp.PoolingConnection;
import org.apache.commons.pool.impl.GenericKeyedObjectPool;

/**
 * The evictor looks after the idle statements of a connection, under their pool's lock; another thread prepares one, under the
 * connection's (DBCP-65).
 */
final class CommonsDbcpStatements implements Driver {
    private static final String SQL = "select 1";

    private final GenericKeyedObjectPool pool = new GenericKeyedObjectPool();
    private final PoolingConnection connection;

    CommonsDbcpStatements() throws SQLException {
        StubDatabase.register();
        connection = new PoolingConnection(DriverManager.getConnection(StubDatabase.URL), pool);
        pool.setFactory(connection);
        pool.setTestWhileIdle(true);
        connection.prepareStatement(SQL).close();
    }

    @Override
    public int turns() {
        return 2;
    }

    @Override
    public void first() throws Exception {
        pool.evict();
    }

    @Override
    public void second() throws SQLException {
        connection.prepareStatement(SQL).close();
    }
}
