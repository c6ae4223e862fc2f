package dev.photofinish.weave;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Methods that were woven after they were loaded, and what a thread that still runs their old code does unseen.
 *
 * <p>Weaving changes the next call of a method, not a call in progress: a thread in the middle of one goes on without probes.
 */
public final class StaleMethods {
    private final Map<String, Unseen> methods = new HashMap<>();

    /**
     * What the old code of a method does unseen.
     *
     * @param releases publishes something
     * @param volatileReads numbers of the volatile fields it reads
     * @param sites sites in its new code: a thread that has run one of them runs the new code; empty where the method calls
     *     itself, and an old call may be under a new one
     */
    public record Unseen(boolean releases, Set<Integer> volatileReads, Set<Integer> sites) {}

    synchronized void add(String owner, String method, boolean releases, Set<Integer> volatileReads) {
        if (!releases && volatileReads.isEmpty()) {
            return;
        }
        Unseen known = of(owner, method);
        Set<Integer> reads = new HashSet<>(known.volatileReads);
        reads.addAll(volatileReads);
        methods.put(key(owner, method), new Unseen(known.releases || releases, reads, known.sites));
    }

    synchronized void addSite(String owner, String method, int site) {
        Unseen known = methods.get(key(owner, method));
        if (known != null) {
            Set<Integer> sites = new HashSet<>(known.sites);
            sites.add(site);
            methods.put(key(owner, method), new Unseen(known.releases, known.volatileReads, sites));
        }
    }

    /** Rules that only take order away are not missed: without them too much is ordered. */
    synchronized void addRules(String owner, String method, List<Rule> rules) {
        if (rules.stream().allMatch(rule -> rule.action().takesOrderAway())) {
            return;
        }
        Unseen known = of(owner, method);
        Set<Integer> sites = new HashSet<>(known.sites);
        for (Rule rule : rules) {
            if (rule.at() == At.RETURN || rule.at() == At.AFTER_CALL) {
                sites.add(rule.site());
            }
        }
        methods.put(key(owner, method), new Unseen(true, known.volatileReads, sites));
    }

    private Unseen of(String owner, String method) {
        return methods.getOrDefault(key(owner, method), new Unseen(false, Set.of(), Set.of()));
    }

    /** What the old code of the method does, null for methods that were not woven late. */
    public synchronized @Nullable Unseen find(String className, String method) {
        return methods.get(className.replace('.', '/') + "." + method);
    }

    private static String key(String owner, String method) {
        return owner + "." + method;
    }
}
