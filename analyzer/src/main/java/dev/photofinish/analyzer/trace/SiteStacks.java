package dev.photofinish.analyzer.trace;

import dev.photofinish.analyzer.finding.Frame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The stack that was seen last at each site of one instance: what is shown for an access whose own stack was not taken.
 * Bounded: the site learned longest ago is forgotten first. Used by one thread.
 */
public final class SiteStacks {
    private static final int MAX_SITES = 1 << 14;

    private final Map<Integer, List<Frame>> bySite = new LinkedHashMap<>();

    /** Learns the stacks of a window that has been judged. */
    public void learn(WindowTrace trace) {
        for (AccessStack stack : trace.stacks()) {
            bySite.put(stack.site(), stack.frames());
        }
        while (bySite.size() > MAX_SITES) {
            bySite.remove(bySite.keySet().iterator().next());
        }
    }

    List<Frame> find(int site) {
        return bySite.getOrDefault(site, List.of());
    }
}
