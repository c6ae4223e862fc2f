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
     * @param releases publishes something, at any time
     * @param atExit publishes or learns something when it ends, and nothing before
     * @param volatileReads numbers of the volatile fields it reads
     * @param sites sites in its new code: a thread that has run one of them runs the new code; empty where the method calls
     *     itself, and an old call may be under a new one
     * @param entries sites at the entry of its new code: a thread that has run none of them has begun no new call
     */
    public record Unseen(
            boolean releases, boolean atExit, Set<Integer> volatileReads, Set<Integer> sites, Set<Integer> entries) {
        private Unseen and(Unseen other) {
            return new Unseen(
                    releases || other.releases,
                    atExit || other.atExit,
                    union(volatileReads, other.volatileReads),
                    union(sites, other.sites),
                    union(entries, other.entries));
        }

        private static Set<Integer> union(Set<Integer> some, Set<Integer> others) {
            Set<Integer> all = new HashSet<>(some);
            all.addAll(others);
            return all;
        }
    }

    synchronized void add(String owner, String method, boolean releases, Set<Integer> volatileReads) {
        if (releases || !volatileReads.isEmpty()) {
            add(owner, method, new Unseen(releases, false, volatileReads, Set.of(), Set.of()));
        }
    }

    synchronized void addSite(String owner, String method, int site) {
        if (methods.containsKey(key(owner, method))) {
            add(owner, method, new Unseen(false, false, Set.of(), Set.of(site), Set.of()));
        }
    }

    /**
     * Rules that only take order away are not missed: without them too much is ordered. Nor is one that learns something at the
     * entry: who is inside has learned it before the weaving, from what no window has seen.
     */
    synchronized void addRules(String owner, String method, List<Rule> rules) {
        boolean releases = false;
        boolean atExit = false;
        Set<Integer> sites = new HashSet<>();
        Set<Integer> entries = new HashSet<>();
        for (Rule rule : rules) {
            boolean matters = !rule.action().takesOrderAway();
            if (rule.at() == At.ENTRY) {
                releases |= matters && rule.action() != Action.ACQUIRE;
                entries.add(rule.site());
            } else if (rule.at().isInside()) {
                releases |= matters;
            } else {
                atExit |= matters;
            }
            if (rule.at() == At.RETURN || rule.at() == At.AFTER_CALL) {
                sites.add(rule.site());
            }
        }
        if (releases || atExit) {
            // Without a site at its entry it cannot be told whether a new call has begun.
            boolean always = releases || entries.isEmpty();
            add(owner, method, new Unseen(always, atExit, Set.of(), sites, entries));
        }
    }

    private void add(String owner, String method, Unseen more) {
        methods.merge(key(owner, method), more, (known, added) -> known.and(added));
    }

    /** What the old code of the method does, null for methods that were not woven late. */
    public synchronized @Nullable Unseen find(String className, String method) {
        return methods.get(className.replace('.', '/') + "." + method);
    }

    private static String key(String owner, String method) {
        return owner + "." + method;
    }
}
