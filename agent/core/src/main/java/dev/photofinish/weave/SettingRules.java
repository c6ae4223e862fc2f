package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;

/**
 * What an application hands to the JDK for any thread to use: handlers, selectors, filters, call sites. The JDK keeps it in volatile
 * fields of its own, which are not followed as such. The clock is that of the object itself where a method takes or answers it.
 */
final class SettingRules {
    private SettingRules() {}

    static void add(Rows rows) {
        setting(rows, "java/lang/Thread", "(Default)?UncaughtExceptionHandler");
        setting(rows, "java/lang/Thread", "ContextClassLoader");
        setting(rows, "java/sql/SQLException", "NextException");
        setting(rows, "java/net/ProxySelector", "Default");
        setting(rows, "java/net/Authenticator", "Default");
        // Those that ask for a password read the field themselves.
        rows.row("java/net/Authenticator", "reset\\(.*", ENTRY, ACQUIRE, Rows.THIS, Space.STATE);
        setting(rows, "java/io/ObjectInputFilter$Config", "SerialFilter(Factory)?");
        setting(rows, "javax/net/ssl/SSLContext", "Default");
        setting(rows, "sun/security/jca/Providers", "ProviderList");
        setting(rows, "java/util/logging/Handler", "(Filter|Formatter|ErrorManager)");
        // Nothing orders who prints after who has replaced the stream, and nobody could do anything about it.
        rows.row("java/lang/System", "set(Out|Err)\\(.*", ENTRY, RELEASE, Rows.ARG0, Space.STATE);
        rows.row("java/io/PrintStream", "write(ln)?\\(.*", ENTRY, ACQUIRE, Rows.THIS, Space.STATE);
        rows.row("java/sql/DriverManager", "setLogWriter\\(.*", ENTRY, RELEASE, Rows.ARG0, Space.STATE);
        // A failure that several threads add theirs to.
        rows.row("java/lang/Throwable", "addSuppressed\\(.*", ENTRY, RELEASE, Rows.THIS, Space.STATE);
        rows.row("java/lang/Throwable", "getSuppressed\\(.*", RETURN, ACQUIRE, Rows.THIS, Space.STATE);
        Key log = new Key.StaticField("logWriter", "Ljava/io/PrintWriter;");
        rows.row("java/sql/DriverManager", "println\\(.*", ENTRY, ACQUIRE, log, Space.STATE);
        held(rows, Rows.JUC + "ThreadPoolExecutor", Rows.JUC + "ThreadPoolExecutor", "handler|threadFactory");
        held(rows, "java/util/logging/Logger$ConfigurationData", "java/util/logging/Logger", "filter");
        held(rows, "java/util/ListResourceBundle", "java/util/ListResourceBundle", "lookup");
        for (String site : new String[] {"Mutable", "Volatile"}) {
            String owner = "java/lang/invoke/" + site + "CallSite";
            rows.row(owner, "setTarget\\(.*", ENTRY, RELEASE, Rows.THIS, Space.STATE);
            rows.row(owner, "getTarget\\(.*", RETURN, ACQUIRE, Rows.THIS, Space.STATE);
        }
        // What has been computed is found in a final field (JLS 17.5), mostly without a lock.
        String computed = "java/lang/ClassValue";
        rows.row(
                computed,
                "makeEntry\\(Ljava/lang/ClassValue\\$Version;Ljava/lang/Object;.*",
                ENTRY,
                RELEASE,
                Rows.ARG1,
                Space.STATE);
        rows.row(computed, "get\\(.*", RETURN, ACQUIRE, Rows.TOP, Space.STATE);
    }

    private static void setting(Rows rows, String owner, String what) {
        rows.row(owner, "set" + what + "\\(.*", ENTRY, RELEASE, Rows.ARG0, Space.STATE);
        rows.row(owner, "get" + what + "\\(.*", RETURN, ACQUIRE, Rows.TOP, Space.STATE);
    }

    /** A volatile field, that other class reads. */
    private static void held(Rows rows, String owner, String reader, String field) {
        rows.inside(owner, ".*", BEFORE_PUT, field, RELEASE, Rows.OWNER, Space.STATE);
        rows.inside(reader, ".*", AFTER_GET, field, ACQUIRE, Rows.OWNER, Space.STATE);
    }
}
