package dev.photofinish.analyzer.order;

import dev.photofinish.analyzer.trace.Edge;
import dev.photofinish.analyzer.trace.SyncEdge;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which order counts for a variable of an object, where final fields are among the edges. What is reached through a final
 * field is ordered after the end of the constructor; the plain fields beside the final one are not.
 */
public final class FrozenFields {
    /** Edges that may be replayed for objects of their own: about a second. Objects beyond count as frozen altogether. */
    private static final long MAX_REPLAYED = 20_000_000;

    private final WindowTrace trace;
    private final HappensBefore all;
    private final Set<Long> frozen = new HashSet<>();
    private final Map<Long, HappensBefore> without = new HashMap<>();
    private long replayed;

    /** For a window and its order by all edges. */
    public FrozenFields(WindowTrace trace, HappensBefore all) {
        this.trace = trace;
        this.all = all;
        for (Edge edge : trace.edges()) {
            if (edge instanceof SyncEdge sync && sync.frozen() != 0) {
                frozen.add(sync.frozen());
            }
        }
    }

    /** The order of the accesses to the object's own fields; 0 stands for static fields. */
    public HappensBefore order(long object) {
        if (object == 0 || !frozen.contains(object)) {
            return all;
        }
        HappensBefore known = without.get(object);
        if (known != null) {
            return known;
        }
        replayed += trace.edges().size();
        if (replayed > MAX_REPLAYED) {
            return all;
        }
        List<Edge> rest = new ArrayList<>();
        for (Edge edge : trace.edges()) {
            if (!(edge instanceof SyncEdge sync && sync.frozen() == object)) {
                rest.add(edge);
            }
        }
        HappensBefore order = HappensBefore.replay(trace, rest);
        without.put(object, order);
        return order;
    }
}
