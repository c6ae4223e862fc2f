package dev.photofinish.analyzer.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A database with its schema in place: one connection that writes and a few that read. SQLite in write-ahead mode lets
 * them work side by side; a second writer would only fail with "busy", so writers queue for the one connection.
 */
final class SqlDatabase implements AutoCloseable {
    private static final int READERS = 4;
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;
    private static final long CONNECTION_TIMEOUT_MILLIS = 30_000;

    private final HikariDataSource writer;
    private final HikariDataSource readers;

    private SqlDatabase(HikariDataSource writer, HikariDataSource readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /** Work on a connection whose transaction is not its own business. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Opens or creates the file and brings its schema up to date.
     *
     * @throws StoreException if it is no database, cannot be written, or is of a later version
     */
    static SqlDatabase sqlite(Path file) {
        HikariDataSource writer = null;
        try {
            writer = pool("photofinish-write", sqlite(file, false), 1, false);
            Flyway.configure(SqlDatabase.class.getClassLoader())
                    .dataSource(writer)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return new SqlDatabase(writer, pool("photofinish-read", sqlite(file, true), READERS, true));
        } catch (FlywayException | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
            if (writer != null) {
                writer.close();
            }
            throw new StoreException("cannot open the database " + file + ": " + rootMessage(e), e);
        }
    }

    /** Runs the work in one transaction. */
    <T> T write(Work<T> work) {
        try (Connection connection = writer.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException("cannot write to the database: " + e.getMessage(), e);
        }
    }

    /** Runs the work on a connection that sees one committed state per statement. */
    <T> T read(Work<T> work) {
        try (Connection connection = readers.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StoreException("cannot read from the database: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }

    private static SQLiteDataSource sqlite(Path file, boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        config.setReadOnly(readOnly);
        if (!readOnly) {
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static HikariDataSource pool(String name, SQLiteDataSource source, int size, boolean readOnly) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setMaxLifetime(0);
        config.setReadOnly(readOnly);
        return new HikariDataSource(config);
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
