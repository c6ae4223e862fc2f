package dev.photofinish.known;

import java.sql.SQLException;
import org.apache.commons.dbcp.DriverManagerConnectionFactory;
import org.apache.commons.dbcp.PoolableConnectionFactory;
import org.apache.commons.dbcp.PoolingDataSource;
import org.apache.commons.pool.impl.GenericObjectPool;

/**
 * The evictor looks after an idle connection, under the pool's lock; another thread closes it, under the connection's, and so
 * gives it back to the pool (DBCP-270).
 */
final class CommonsDbcpEvictor implements Driver {
    private final GenericObjectPool pool = new GenericObjectPool();
    private final PoolingDataSource source = new PoolingDataSource(pool);

    CommonsDbcpEvictor() throws Exception {
        StubDatabase.register();
        pool.setFactory(new PoolableConnectionFactory(
                new DriverManagerConnectionFactory(StubDatabase.URL, null), pool, null, null, false, true));
        pool.setTestWhileIdle(true);
        pool.addObject();
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
        source.getConnection().close();
    }
}
