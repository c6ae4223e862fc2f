package dev.photofinish.analyzer.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names of code that stay the same across windows, runs and releases: without line numbers, which change with every release,
 * and without the numbers that javac and the JVM append to lambdas and hidden classes, which change with every run.
 */
public final class CodeIdentity {
    /** The class that a lambda was made into, which the JDK numbers up to JDK 21. */
    private static final Pattern LAMBDA = Pattern.compile("\\$\\$Lambda\\$\\d+");

    /**
     * What the JVM appends to the name of a hidden class, its address, and what JFR appends, a hash: {@code
     * +0x00007fe4180e0880/1238959340} (JDK 17), {@code /0x0000000059103210} (JDK 25), {@code /1238959340} (JDK 8 and 11); the
     * slash may have become a dot.
     */
    private static final Pattern HIDDEN_SUFFIX = Pattern.compile("[/+.]0x[0-9a-fA-F]+([/.]\\d+)?|[/.]\\d+(?=;?$)");

    private static final Pattern PROXY = Pattern.compile("\\$Proxy\\d+");
    private static final Pattern LAMBDA_METHOD = Pattern.compile("^lambda\\$(.+)\\$\\d+$");
    private static final Pattern ACCESSOR = Pattern.compile("^access\\$\\d+$");
    private static final int HEX_DIGITS = 16;

    private CodeIdentity() {}

    /** A method. */
    public static String method(String className, String method, String descriptor) {
        return className(className) + "." + methodName(method) + descriptor;
    }

    /** The name without what the JVM appends to hidden and proxy classes. */
    public static String className(String name) {
        String named = HIDDEN_SUFFIX.matcher(name).replaceAll("");
        named = LAMBDA.matcher(named).replaceAll("\\$\\$Lambda");
        return PROXY.matcher(named).replaceAll("\\$Proxy");
    }

    /** The name without the numbers that javac appends to the bodies of lambdas and to the accessors of nested classes. */
    static String methodName(String name) {
        return ACCESSOR.matcher(LAMBDA_METHOD.matcher(name).replaceFirst("lambda\\$$1"))
                .replaceFirst("access\\$");
    }

    /** Stands for the text in 16 hexadecimal digits. */
    public static String fingerprint(String text) {
        return HexFormat.of()
                .formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
                .substring(0, HEX_DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
