package dev.photofinish.analyzer.trace;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the site ids of one instance mean. Used by one thread. */
public final class SiteDictionary {
    /** More sites than a JVM has call sites worth watching; more are refused and their windows end incomplete. */
    private static final int MAX_SITES = 1 << 20;

    private final Map<Integer, Site> sites = new HashMap<>();

    /** Learns a site, again in every chunk; the last word counts. */
    public void learn(Site site) {
        if (sites.size() < MAX_SITES || sites.containsKey(site.id())) {
            sites.put(site.id(), site);
        }
    }

    /** The site, or null where no chunk has explained the id. */
    public @Nullable Site find(int id) {
        return sites.get(id);
    }

    /** The place of the site as {@code Class.method:line}; empty where it is unknown or 0. */
    public String place(int id) {
        Site site = sites.get(id);
        return site == null ? "" : site.place();
    }
}
