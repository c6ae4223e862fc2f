package dev.photofinish.demo.shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The orders and prices in an H2 database in memory; keeps the last {@value #KEPT} orders. Safe for all threads. */
final class OrderStore implements AutoCloseable {
    static final List<String> SKUS =
            List.of("tea-black", "tea-green", "tea-mint", "tea-oolong", "cup-small", "cup-large", "pot", "tray");
    private static final int KEPT = 10_000;
    private static final int CUSTOMERS = 400;

    /** H2 keeps a database until its last statement has ended, which may be after the store that opened it was closed. */
    private static final AtomicInteger OPENED = new AtomicInteger();

    private final HikariDataSource pool;

    /** Opens an empty database for that name with all products and enough past orders to have something to add up. */
    OrderStore(String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:" + name + OPENED.incrementAndGet()
                + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000");
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(30_000);
        config.setPoolName(name);
        pool = new HikariDataSource(config);
        try {
            createTables();
        } catch (SQLException e) {
            pool.close();
            throw new StoreException("create the tables of", e);
        }
    }

    Price price(String sku) {
        return query(
                        "read a price from",
                        "SELECT cents FROM products WHERE sku = ?",
                        row -> new Price(sku, row.getLong(1)),
                        sku)
                .stream()
                .findFirst()
                .orElseThrow(() -> new UnknownProductException(sku));
    }

    Order insert(String customer, String sku, int quantity, long cents) {
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO orders (customer, sku, quantity, cents) VALUES (?, ?, ?, ?)",
                        Statement.RETURN_GENERATED_KEYS)) {
            set(insert, customer, sku, quantity, cents);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return new Order(keys.getLong(1), customer, sku, quantity, cents);
            }
        } catch (SQLException e) {
            throw new StoreException("insert an order into", e);
        }
    }

    Optional<Order> find(long id) {
        return query(
                        "read an order from",
                        "SELECT id, customer, sku, quantity, cents FROM orders WHERE id = ?",
                        row -> new Order(
                                row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getLong(5)),
                        id)
                .stream()
                .findFirst();
    }

    /** Adds the stored orders of one product to a part of a report. */
    void addSales(String sku, SalesPart part) {
        query(
                "add up the sales of one product in",
                "SELECT COUNT(*), COALESCE(SUM(cents), 0) FROM orders WHERE sku = ?",
                row -> {
                    part.add(row.getLong(1), row.getLong(2));
                    return part;
                },
                sku);
    }

    /** Products, the one with the most different customers first. */
    List<String> ranking() {
        return query(
                "rank the products of",
                "SELECT p.sku FROM products p LEFT JOIN orders o ON o.sku = p.sku"
                        + " GROUP BY p.sku ORDER BY COUNT(DISTINCT o.customer) DESC, p.sku",
                row -> row.getString(1));
    }

    /** Adds up what is stored per customer, writes the day into the daybook and archives old orders. */
    Closing closeDay(long bookedCents) {
        List<Long> totals = query(
                "close the day in",
                "SELECT customer, SUM(cents) FROM orders GROUP BY customer ORDER BY SUM(cents) DESC",
                row -> row.getLong(2));
        long storedCents = totals.stream().mapToLong(Long::longValue).sum();
        update("INSERT INTO daybook (booked, stored) VALUES (?, ?)", bookedCents, storedCents);
        update("DELETE FROM daybook WHERE id < (SELECT MAX(id) FROM daybook) - ?", KEPT);
        int archived = update("DELETE FROM orders WHERE id < (SELECT MAX(id) FROM orders) - ?", KEPT);
        return new Closing(bookedCents, storedCents, archived);
    }

    @Override
    public void close() {
        update("SET DB_CLOSE_DELAY 0");
        pool.close();
    }

    private void createTables() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE products (sku VARCHAR PRIMARY KEY, cents BIGINT NOT NULL)");
            statement.execute(
                    "CREATE TABLE orders (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                            + " customer VARCHAR NOT NULL, sku VARCHAR NOT NULL, quantity INT NOT NULL, cents BIGINT NOT NULL)");
            statement.execute("CREATE TABLE daybook (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                    + " booked BIGINT NOT NULL, stored BIGINT NOT NULL)");
        }
        for (int i = 0; i < SKUS.size(); i++) {
            update("INSERT INTO products (sku, cents) VALUES (?, ?)", SKUS.get(i), 250 + 175L * i);
        }
        update(
                "INSERT INTO orders (customer, sku, quantity, cents)"
                        + " SELECT 'customer-' || MOD(x, ?), p.sku, 1 + MOD(x, 3), p.cents * (1 + MOD(x, 3))"
                        + " FROM SYSTEM_RANGE(1, ?), products p",
                CUSTOMERS,
                KEPT / SKUS.size());
    }

    private <T> List<T> query(String doing, String sql, RowReader<T> reader, Object... parameters) {
        try (Connection connection = pool.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            set(select, parameters);
            try (ResultSet rows = select.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        } catch (SQLException e) {
            throw new StoreException(doing, e);
        }
    }

    private int update(String sql, Object... parameters) {
        try (Connection connection = pool.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            set(update, parameters);
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("change", e);
        }
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
