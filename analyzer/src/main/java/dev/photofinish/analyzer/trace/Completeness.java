package dev.photofinish.analyzer.trace;

import dev.photofinish.analyzer.finding.Saturating;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a window may claim that two accesses are unordered: only if every synchronization that could order them is
 * there. The rules, of which the first that is broken gives the reason:
 *
 * <table>
 * <caption>Rules</caption>
 * <tr><td>undamaged</td><td>no undecodable chunk, no jdk.DataLoss, no bound exceeded while it was open</td></tr>
 * <tr><td>ended</td><td>its Window event arrived</td></tr>
 * <tr><td>vouched for</td><td>the agent recorded every synchronization</td></tr>
 * <tr><td>threads</td><td>each WindowThread event arrived, and nothing names another thread</td></tr>
 * <tr><td>edges</td><td>each thread's edges 1..n arrived; more may follow, of a probe that was under way when the window closed: they
 * come after every access</td></tr>
 * <tr><td>accesses</td><td>each access has a site that the dictionary explains, and no two accesses contradict each other</td></tr>
 * </table>
 *
 * @param reason why the window is incomplete; empty where it is complete
 * @param lost number of events that are known to be missing
 */
public record Completeness(String reason, long lost) {
    /** Judges what has arrived. */
    public static Completeness of(WindowTrace trace, SiteDictionary sites) {
        Map<Integer, int[]> sequences = edgeSequences(trace);
        return new Completeness(reason(trace, sites, sequences), lost(trace, sequences));
    }

    /** Whether every rule holds. */
    public boolean complete() {
        return reason.isEmpty();
    }

    private static String reason(WindowTrace trace, SiteDictionary sites, Map<Integer, int[]> sequences) {
        WindowEnd end = trace.end();
        String damage = trace.damage();
        if (damage != null) {
            return damage;
        }
        if (end == null) {
            return "the recording ends inside the window";
        }
        if (!end.complete()) {
            return end.incompleteReason().isBlank()
                    ? "the agent calls it incomplete, without a reason"
                    : "agent: " + end.incompleteReason();
        }
        String broken = threads(trace, end);
        broken = broken == null ? edges(trace, sequences) : broken;
        broken = broken == null ? accesses(trace, sites) : broken;
        return broken == null ? "" : broken;
    }

    private static @Nullable String threads(WindowTrace trace, WindowEnd end) {
        int found = trace.threads().size();
        return found == end.threads()
                ? null
                : "expected " + end.threads() + " photofinish.WindowThread events, found " + found;
    }

    private static @Nullable String edges(WindowTrace trace, Map<Integer, int[]> sequences) {
        for (Edge edge : trace.edges()) {
            if (!trace.threads().containsKey(edge.toThread())
                    || !trace.threads().containsKey(edge.fromThread())) {
                return "an edge names thread " + edge.fromThread() + " or " + edge.toThread() + ", which is unknown";
            }
        }
        for (WindowThread thread : trace.threads().values()) {
            int[] found = sequences.getOrDefault(thread.thread(), new int[0]);
            if (found.length < thread.edges() || (found.length > 0 && found[found.length - 1] != found.length)) {
                return "expected the edges 1 to " + thread.edges() + " of thread " + thread.thread() + " ("
                        + thread.name() + "), found " + found.length;
            }
        }
        return null;
    }

    private static @Nullable String accesses(WindowTrace trace, SiteDictionary sites) {
        FieldAccess last = null;
        for (FieldAccess access : trace.accessesAsEmitted()) {
            if (!trace.threads().containsKey(access.thread())) {
                return "an access names thread " + access.thread() + ", which is unknown";
            }
            if (sites.find(access.site()) == null) {
                return "an access names site " + access.site() + ", which no photofinish.Site explains";
            }
            if (last != null && last.thread() == access.thread() && contradict(last, access)) {
                return "accesses " + last.sequence() + " and " + access.sequence() + " of thread " + access.thread()
                        + " contradict each other";
            }
            last = access;
        }
        return null;
    }

    /** Of two accesses of one thread in program order: the epoch goes back, or one number stands for two accesses. */
    private static boolean contradict(FieldAccess earlier, FieldAccess later) {
        return earlier.sequence() == later.sequence() ? !earlier.sameAs(later) : earlier.epoch() > later.epoch();
    }

    /** The distinct sequences of the edges of each acquiring thread, ascending. */
    private static Map<Integer, int[]> edgeSequences(WindowTrace trace) {
        Map<Integer, int[]> counts = new HashMap<>();
        for (Edge edge : trace.edges()) {
            counts.computeIfAbsent(edge.toThread(), thread -> new int[1])[0]++;
        }
        Map<Integer, int[]> sequences = new HashMap<>();
        for (Edge edge : trace.edges()) {
            int[] count = counts.get(edge.toThread());
            if (count != null) {
                int[] all = sequences.computeIfAbsent(edge.toThread(), thread -> new int[count[0]]);
                all[--count[0]] = edge.sequence();
            }
        }
        sequences.replaceAll(
                (thread, all) -> Arrays.stream(all).sorted().distinct().toArray());
        return sequences;
    }

    private static long lost(WindowTrace trace, Map<Integer, int[]> sequences) {
        WindowEnd end = trace.end();
        if (trace.refused() > 0) {
            return trace.refused();
        }
        long lost = 0;
        if (end != null) {
            lost = Saturating.add(lost, missing(end.threads(), trace.threads().size()));
            lost = Saturating.add(
                    lost, missing(end.accesses(), trace.accessesAsEmitted().size()));
        }
        for (WindowThread thread : trace.threads().values()) {
            int[] found = sequences.get(thread.thread());
            lost = Saturating.add(lost, missing(thread.edges(), found == null ? 0 : found.length));
        }
        return lost;
    }

    private static long missing(long expected, long found) {
        return Math.max(0, expected - found);
    }
}
