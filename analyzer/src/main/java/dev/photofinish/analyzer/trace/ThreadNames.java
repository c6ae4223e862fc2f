package dev.photofinish.analyzer.trace;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a thread's name says about the pool that it belongs to. */
public final class ThreadNames {
    private static final List<Pattern> IN_A_POOL = List.of(
            Pattern.compile("(.+?)[-_ .#](?:thread|worker|exec|task|executor|io)[-_#]?\\d+"),
            Pattern.compile("(.+[-_#]\\d+)[-_#]\\d+"));

    private ThreadNames() {}

    /** The name of the pool, {@code pool-3} for {@code pool-3-thread-7}; empty where the name is not like that of a pool. */
    public static String pool(String thread) {
        for (Pattern pattern : IN_A_POOL) {
            Matcher matcher = pattern.matcher(thread);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return "";
    }
}
