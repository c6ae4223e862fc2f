package dev.photofinish.timing;

import java.lang.instrument.Instrumentation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the agent in this JVM says of itself, asked as its command line asks, without the second JVM.
 *
 * @param percent of the CPU that it has cost in the last minute
 * @param millis of CPU, by the same estimate; since it started, while that is less than a minute ago
 * @param spentSeconds of CPU since it started, by the same estimate
 */
record AgentWords(String state, int woven, double percent, long millis, double spentSeconds) {
    private static final Pattern STATE = Pattern.compile("(?m)^state +(\\w+)");
    private static final Pattern WOVEN = Pattern.compile("(?m)^classes +(\\d+) woven");
    private static final Pattern COST =
            Pattern.compile("(?m)^cost +([\\d.]+) %.*?\\(ms: (.*)\\); since the start ([\\d.]+) s");
    private static final Pattern MILLIS = Pattern.compile("\\d+");

    /** Null where there is no agent. */
    static @Nullable AgentWords ask() {
        try {
            Class<?> entry = Class.forName("dev.photofinish.entry.Entry");
            entry.getMethod("agentmain", String.class, Instrumentation.class).invoke(null, "control=status", null);
            return parse(System.getProperty("photofinish.reply", ""));
        } catch (ClassNotFoundException without) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the agent cannot be asked for its status", e);
        }
    }

    static AgentWords parse(String status) {
        Matcher cost = found(COST, status);
        long millis = MILLIS.matcher(cost.group(2))
                .results()
                .mapToLong(kind -> Long.parseLong(kind.group()))
                .sum();
        return new AgentWords(
                found(STATE, status).group(1),
                Integer.parseInt(found(WOVEN, status).group(1)),
                Double.parseDouble(cost.group(1)),
                millis,
                Double.parseDouble(cost.group(3)));
    }

    private static Matcher found(Pattern pattern, String status) {
        Matcher matcher = pattern.matcher(status);
        if (!matcher.find()) {
            throw new IllegalStateException("expected " + pattern + " in the agent's status, found " + status);
        }
        return matcher;
    }
}
