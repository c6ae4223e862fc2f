package dev.photofinish.workload;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** HikariCP over H2: a pool too small for its threads, timeouts, evictions, changes of size, suspension. */
final class HikariWorkload implements Workload {
    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final int ROWS = 20;

    private final AtomicLong timedOut = new AtomicLong();
    private final AtomicLong updated = new AtomicLong();

    @Override
    public String run(Duration time) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(H2Workload.URL.formatted("hikari"));
        config.setMaximumPoolSize(3);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(250);
        config.setIdleTimeout(10_000);
        config.setMaxLifetime(30_000);
        config.setKeepaliveTime(30_000);
        config.setLeakDetectionThreshold(2_000);
        config.setAllowPoolSuspension(true);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            try (Connection connection = pool.getConnection()) {
                H2Workload.create(connection, ROWS);
            }
            try (Crew crew = new Crew(time)) {
                crew.add(6, PAUSE, round -> use(pool));
                crew.add(Duration.ofMillis(30), round -> {
                    pool.getHikariPoolMXBean().softEvictConnections();
                    pool.getHikariConfigMXBean().setMaximumPoolSize(2 + (int) (round % 3));
                    Check.that(pool.getHikariPoolMXBean().getTotalConnections() < 12, "a bounded pool");
                    if (round % 20 == 10) {
                        pool.getHikariPoolMXBean().suspendPool();
                        pool.getHikariPoolMXBean().resumePool();
                    }
                });
                crew.add(Duration.ofMillis(100), round -> evict(pool));
                long rounds = crew.await();
                pool.setConnectionTimeout(30_000);
                try (Connection connection = pool.getConnection();
                        PreparedStatement query = connection.prepareStatement("SELECT SUM(amount) FROM account");
                        ResultSet result = query.executeQuery()) {
                    Check.that(result.next(), "one row");
                    Check.equal(100L * ROWS + updated.get(), result.getLong(1), "the sum of all accounts");
                }
                return rounds + " rounds, " + updated + " updates, " + timedOut + " timed out";
            }
        }
    }

    private void evict(HikariDataSource pool) throws SQLException {
        try {
            pool.evictConnection(pool.getConnection());
        } catch (SQLTransientConnectionException late) {
            timedOut.incrementAndGet();
        }
    }

    private void use(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(updated.get() % 2 == 0);
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE account SET amount = amount + 1 WHERE id = ?")) {
                update.setInt(1, ThreadLocalRandom.current().nextInt(ROWS));
                Check.equal(1, update.executeUpdate(), "the updated rows");
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            updated.incrementAndGet();
        } catch (SQLTransientConnectionException late) {
            timedOut.incrementAndGet();
        }
    }
}
