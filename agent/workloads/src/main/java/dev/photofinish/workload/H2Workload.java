package dev.photofinish.workload;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** H2 in memory: transactions of several connections on the same rows, and one connection that threads share. */
final class H2Workload implements Workload {
    private static final Duration PAUSE = Duration.ofMillis(1);
    static final String URL = "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=2000";
    private static final int ROWS = 20;

    private final AtomicLong committed = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    @Override
    public String run(Duration time) throws Exception {
        String url = URL.formatted("h2");
        try (Connection keeper = DriverManager.getConnection(url)) {
            create(keeper, ROWS);
            try (Crew crew = new Crew(time);
                    Connection shared = DriverManager.getConnection(url)) {
                for (int i = 0; i < 3; i++) {
                    Connection own = DriverManager.getConnection(url);
                    own.setAutoCommit(false);
                    crew.add(PAUSE, round -> transfer(own));
                }
                crew.add(2, PAUSE, round -> sum(shared));
                crew.add(Duration.ofMillis(20), round -> {
                    try (Connection fresh = DriverManager.getConnection(url)) {
                        sum(fresh);
                    }
                });
                long rounds = crew.await();
                sum(keeper);
                Check.that(committed.get() > 0, "committed transfers");
                return rounds + " rounds, " + committed + " committed, " + refused + " refused";
            } finally {
                try (Statement statement = keeper.createStatement()) {
                    statement.execute("SHUTDOWN");
                }
            }
        }
    }

    static void create(Connection connection, int rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE account(id INT PRIMARY KEY, amount BIGINT, note VARCHAR)");
            statement.execute("CREATE INDEX amounts ON account(amount)");
            for (int id = 0; id < rows; id++) {
                statement.execute("INSERT INTO account VALUES(" + id + ", 100, 'row " + id + "')");
            }
        }
    }

    private void transfer(Connection connection) throws SQLException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int from = random.nextInt(ROWS);
        int to = random.nextInt(ROWS);
        try {
            add(connection, from, -1);
            add(connection, to, 1);
            connection.commit();
            committed.incrementAndGet();
        } catch (SQLException conflict) {
            connection.rollback();
            refused.incrementAndGet();
        }
    }

    private static void add(Connection connection, int id, int amount) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE account SET amount = amount + ?, note = ? WHERE id = ?")) {
            update.setInt(1, amount);
            update.setString(2, "by " + amount);
            update.setInt(3, id);
            Check.equal(1, update.executeUpdate(), "the updated rows of account " + id);
        }
    }

    private static void sum(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet result = query.executeQuery("SELECT SUM(amount) FROM account")) {
            Check.that(result.next(), "one row");
            Check.equal(100L * ROWS, result.getLong(1), "the sum of all accounts");
        }
    }
}
