package dev.photofinish.analyzer.race;

import dev.photofinish.analyzer.finding.NearestSynchronization;
import dev.photofinish.analyzer.trace.Edge;
import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.Site;
import dev.photofinish.analyzer.trace.SiteDictionary;
import dev.photofinish.analyzer.trace.SyncEdge;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The synchronization that came nearest to ordering two accesses: one that went from one of their threads to the other, but
 * was released before the first access, or acquired after the second.
 */
final class NearestSync {
    private final WindowTrace trace;
    private final SiteDictionary sites;
    private final Map<Long, List<Edge>> byThreads = new HashMap<>();

    NearestSync(WindowTrace trace, SiteDictionary sites) {
        this.trace = trace;
        this.sites = sites;
        for (Edge edge : trace.edges()) {
            // What final fields order no lock or volatile field does: it would not help to move it.
            if (edge instanceof SyncEdge sync && sync.frozen() != 0) {
                continue;
            }
            byThreads
                    .computeIfAbsent(key(edge.fromThread(), edge.toThread()), key -> new ArrayList<>())
                    .add(edge);
        }
    }

    /** The nearest, with the sentence that tells it. */
    Found find(Side one, Side other) {
        Miss miss = nearer(nearest(one, other), nearest(other, one));
        if (miss == null) {
            return new Found(
                    null,
                    "Nearest synchronization: none. Nothing that one of the two threads released was acquired by the other"
                            + " in this window.");
        }
        Edge edge = miss.edge();
        String from = trace.threadName(edge.fromThread());
        String to = trace.threadName(edge.toThread());
        return new Found(
                new NearestSynchronization(
                        from,
                        place(edge.fromSite(), ""),
                        to,
                        place(edge.toSite(), ""),
                        miss.early() ? "released too early" : "acquired too late"),
                "Nearest synchronization: thread \"" + from + "\" released by " + place(edge.fromSite(), "its end")
                        + ", and thread \"" + to + "\" acquired by " + place(edge.toSite(), "its start") + ". But "
                        + (miss.early()
                                ? "the release came before " + miss.released().described()
                                : "the acquire came after " + miss.acquired().described())
                        + ", so it does not order the two.");
    }

    /** What was found: null for none. */
    record Found(@Nullable NearestSynchronization synchronization, String sentence) {}

    /** The edge from one side's thread to the other's that misses by the fewest epochs. */
    private @Nullable Miss nearest(Side from, Side to) {
        FieldAccess released = from.example();
        FieldAccess acquired = to.example();
        Miss nearest = null;
        for (Edge edge : byThreads.getOrDefault(key(released.thread(), acquired.thread()), List.of())) {
            int early = Math.max(0, released.epoch() - edge.fromEpoch());
            int late = Math.max(0, edge.toEpoch() - acquired.epoch());
            if (early > 0 != late > 0) {
                nearest = nearer(nearest, new Miss(edge, from, to, early > 0, early + late));
            }
        }
        return nearest;
    }

    private static @Nullable Miss nearer(@Nullable Miss a, @Nullable Miss b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        int order = Integer.compare(a.epochs(), b.epochs());
        order = order != 0 ? order : Boolean.compare(a.early(), b.early());
        order = order != 0
                ? order
                : Integer.compare(a.edge().toThread(), b.edge().toThread());
        return order < 0 || (order == 0 && a.edge().sequence() <= b.edge().sequence()) ? a : b;
    }

    private String place(int id, String otherwise) {
        Site site = id == 0 ? null : sites.find(id);
        if (site == null) {
            return id == 0 ? otherwise : "a place that is not known";
        }
        return site.line() < 0 && site.descriptor().isEmpty() ? site.place() : site.kind() + " in " + site.place();
    }

    private static long key(int from, int to) {
        return ((long) from << 32) | to;
    }

    /**
     * An edge that does not order the two sides.
     *
     * @param early released before the first access; otherwise acquired after the second
     * @param epochs by how many epochs it misses
     */
    private record Miss(Edge edge, Side released, Side acquired, boolean early, int epochs) {}
}
