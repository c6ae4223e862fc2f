package dev.photofinish.dashboards;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The time series that the analyzer exports, and those that the rules record: all that a query may name. */
final class ExportedMetrics {
    /** What a scrape of the analyzer has; held against a real one by {@link RaceToAlertIT}. */
    static final Set<String> EXPORTED = Set.of(
            "photofinish_races_open",
            "photofinish_race_observations_total",
            "photofinish_race_info",
            "photofinish_races_suppressed_total",
            "photofinish_lock_wait_seconds_bucket",
            "photofinish_lock_wait_seconds_count",
            "photofinish_lock_wait_seconds_sum",
            "photofinish_lock_hold_seconds_count",
            "photofinish_lock_hold_seconds_sum",
            "photofinish_lock_handoffs_total",
            "photofinish_lock_contended_seconds_total",
            "photofinish_lock_waiters",
            "photofinish_lock_convoys_total",
            "photofinish_lock_order_cycles",
            "photofinish_deadlocked_threads",
            "photofinish_windows_total",
            "photofinish_coverage_ratio",
            "photofinish_agent_overhead_ratio",
            "photofinish_agents",
            "photofinish_events_total",
            "photofinish_events_lost_total",
            "photofinish_stream_lag_seconds",
            "photofinish_chunks_total",
            "photofinish_build_info");

    private static final Pattern NAME = Pattern.compile("\\bphotofinish[_:][a-zA-Z0-9_:]+");
    private static final Pattern IN_QUOTES = Pattern.compile("\"[^\"]*\"");

    private ExportedMetrics() {}

    /** Names in an expression that nothing exports or records. */
    static Set<String> unknownIn(String expression) {
        Set<String> unknown = new TreeSet<>(namesIn(expression));
        unknown.removeAll(all());
        return unknown;
    }

    /** Names of series of Photofinish in an expression. */
    static Set<String> namesIn(String expression) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(IN_QUOTES.matcher(expression).replaceAll("\"\""))
                .results()
                .map(MatchResult::group)
                .forEach(names::add);
        return names;
    }

    private static Set<String> all() {
        Set<String> all = new HashSet<>(EXPORTED);
        Shipped.yaml(Shipped.RULES).findValuesAsText("record").forEach(all::add);
        return all;
    }
}
