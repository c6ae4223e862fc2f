package dev.photofinish.overhead;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one JVM measured of itself, and what was seen of it from outside. All but start-up, memory and pause are of the time
 * after the warm-up.
 *
 * @param p50Micros of a round; the others likewise
 * @param cpuNanos of the process, per round
 * @param allocatedBytes by living Java threads, per round
 * @param startUpMillis from the start of the process to the end of the first round
 * @param longestPauseMillis at a safepoint, in the whole run
 * @param sentBytes by the agent, in the whole run
 * @param othersShare share of the machine's processors that other processes used, or the hypervisor took
 * @param perSecond rounds that ended in each second of the whole run
 * @param course what the threads of each kind had done after each ten seconds of the whole run
 * @param kinds what the threads of each kind of round did, by its number
 * @param agent null without the agent
 */
record Sample(
        double roundsPerSecond,
        double p50Micros,
        double p99Micros,
        double p999Micros,
        double cpuNanos,
        double allocatedBytes,
        double peakKibibytes,
        double startUpMillis,
        double longestPauseMillis,
        long sentBytes,
        double othersShare,
        List<Long> perSecond,
        List<Map<Integer, Kind>> course,
        Map<Integer, Kind> kinds,
        @Nullable AgentFigure agent) {

    /**
     * What the threads of one kind of round did.
     *
     * @param cpuNanos of these threads alone
     */
    record Kind(long rounds, long cpuNanos) {
        /** What was done since then. */
        Kind minus(Kind earlier) {
            return new Kind(rounds - earlier.rounds, cpuNanos - earlier.cpuNanos);
        }

        double cpuPerRound() {
            return (double) cpuNanos / rounds;
        }
    }

    /**
     * What the agent said of itself at the end.
     *
     * @param statusPercent of the CPU in the last minute
     * @param measuredPercent of the CPU in the measured time, by the same estimate; right in runs shorter than a minute
     * @param spentSeconds of CPU in the whole run
     */
    record AgentFigure(
            String state, int classesWoven, double statusPercent, double measuredPercent, double spentSeconds) {}

    /**
     * Reads a line {@code measured key=value ...}.
     *
     * @param startedMillis when the process was started
     */
    static Sample parse(String line, long startedMillis, double longestPauseMillis, long sentBytes) {
        Map<String, String> values = values(line);
        double rounds = number(values, "rounds");
        if (rounds < 1) {
            throw new RunFailedException("no round ended in the measured time");
        }
        double cpu = number(values, "cpu");
        return new Sample(
                rounds * 1e9 / number(values, "nanos"),
                number(values, "p50") / 1e3,
                number(values, "p99") / 1e3,
                number(values, "p999") / 1e3,
                cpu / rounds,
                number(values, "allocated") / rounds,
                number(values, "peak"),
                number(values, "firstRound") - startedMillis,
                longestPauseMillis,
                sentBytes,
                number(values, "others"),
                Arrays.stream(text(values, "perSecond").split(",", -1))
                        .map(Long::valueOf)
                        .toList(),
                course(text(values, "course")),
                kinds(text(values, "kinds")),
                values.containsKey("state") ? agent(values, cpu) : null);
    }

    /** Reads {@code kind:rounds:nanos,...;...}; of a run shorter than ten seconds nothing. */
    private static List<Map<Integer, Kind>> course(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(";", -1)).map(Sample::kinds).toList();
    }

    /** What the threads of each kind did from a multiple of ten seconds of the run to another; empty where the run was shorter. */
    Map<Integer, Kind> between(int from, int to) {
        if (to > course.size()) {
            return Map.of();
        }
        Map<Integer, Kind> until = new TreeMap<>(course.get(to - 1));
        Map<Integer, Kind> before = from == 0 ? Map.of() : course.get(from - 1);
        before.forEach((kind, done) -> until.computeIfPresent(kind, (same, sum) -> sum.minus(done)));
        return until;
    }

    /** Reads {@code kind:rounds:nanos,...}; nothing where no thread had begun. */
    private static Map<Integer, Kind> kinds(String text) {
        if (text.isEmpty()) {
            return Map.of();
        }
        Map<Integer, Kind> kinds = new TreeMap<>();
        for (String word : text.split(",", -1)) {
            String[] parts = word.split(":", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("expected kind:rounds:nanos in kinds=, found " + text);
            }
            kinds.put(Integer.valueOf(parts[0]), new Kind(Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        }
        return kinds;
    }

    /**
     * The geometric mean of a figure's ratios, {@code with} to {@code plain}, over the kinds of rounds: each kind counts the same, however
     * many rounds of others fit into one of it. Kinds that ended no round in one of the two do not count; NaN without any.
     */
    static double byKind(Map<Integer, Kind> plain, Map<Integer, Kind> with, ToDoubleFunction<Kind> figure) {
        return Math.exp(plain.entrySet().stream()
                .filter(kind -> kind.getValue().rounds() > 0)
                .filter(kind -> with.containsKey(kind.getKey())
                        && with.get(kind.getKey()).rounds() > 0)
                .mapToDouble(kind ->
                        Math.log(figure.applyAsDouble(with.get(kind.getKey())) / figure.applyAsDouble(kind.getValue())))
                .average()
                .orElse(Double.NaN));
    }

    private static AgentFigure agent(Map<String, String> values, double cpuNanos) {
        return new AgentFigure(
                text(values, "state"),
                (int) number(values, "woven"),
                number(values, "agentPercent"),
                100 * number(values, "agentMillis") * 1e6 / cpuNanos,
                number(values, "agentSeconds"));
    }

    private static Map<String, String> values(String line) {
        Map<String, String> values = new HashMap<>();
        for (String word : List.of(line.split(" ", -1))) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                values.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return values;
    }

    private static double number(Map<String, String> values, String key) {
        return Double.parseDouble(text(values, key));
    }

    private static String text(Map<String, String> values, String key) {
        String text = values.get(key);
        if (text == null) {
            throw new IllegalArgumentException("expected " + key + "=, found " + values);
        }
        return text;
    }
}
