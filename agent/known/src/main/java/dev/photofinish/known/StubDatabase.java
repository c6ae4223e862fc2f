package dev.photofinish.known;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A database of which only the connections and statements exist. */
final class StubDatabase implements Driver {
    static final String URL = "jdbc:photofinish:stub";

    private static boolean registered; // written by the main thread only

    private StubDatabase() {}

    static void register() throws SQLException {
        if (!registered) {
            DriverManager.registerDriver(new StubDatabase());
            registered = true;
        }
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) {
        return acceptsURL(url) ? stub(Connection.class) : null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return URL.equals(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(getClass().getPackageName());
    }

    private static <T> T stub(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                StubDatabase.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer(proxy, method.getName(), method.getReturnType())));
    }

    private static @Nullable Object answer(Object proxy, String method, Class<?> type) {
        if (method.equals("hashCode")) {
            return System.identityHashCode(proxy);
        }
        if (Statement.class.isAssignableFrom(type)) {
            return stub(type);
        }
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? 0 : null;
    }
}
