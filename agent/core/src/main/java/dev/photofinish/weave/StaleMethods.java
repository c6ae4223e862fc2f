package dev.photofinish.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Methods that were woven after they were loaded, and what a thread that still runs their old code does unseen.
 *
 * <p>Weaving changes the next call of a method, not a call in progress: a thread in the middle of one goes on without probes.
 */
public final class StaleMethods {
    private final Map<String, Unseen> methods = new HashMap<>();

    /** By internal name: as many as there are classes of that name. */
    private final Map<String, List<OldCode>> codes = new HashMap<>();

    private Set<String> expected = Set.of();

    /** Keeps the code of classes of these names, if they are woven from now on, and forgets what it has kept. */
    public synchronized void expect(Set<String> classNames) {
        expected = internal(classNames);
        codes.clear();
    }

    synchronized boolean isExpected(String owner) {
        return expected.contains(owner);
    }

    synchronized void keep(String owner, OldCode code) {
        codes.computeIfAbsent(owner, none -> new ArrayList<>()).add(code);
    }

    /** Keeps the code of classes of these names alone. */
    public synchronized void settle(Set<String> classNames) {
        expected = Set.of();
        codes.keySet().retainAll(internal(classNames));
    }

    synchronized void add(String owner, String method, Unseen unseen) {
        if (!unseen.isNothing()) {
            merge(owner, method, unseen);
        }
    }

    synchronized void addSite(String owner, String method, int site) {
        if (methods.containsKey(key(owner, method))) {
            merge(owner, method, Unseen.atSite(site));
        }
    }

    /**
     * Rules that only take order away are not missed: without them too much is ordered. Nor is one that learns something at the
     * entry: who is inside has learned it before the weaving, from what no window has seen. Those that tell of contention alone
     * say nothing here, not even that new code was run: some are silent where nobody has to wait.
     */
    synchronized void addRules(String owner, String method, List<Rule> rules) {
        boolean releases = false;
        boolean atExit = false;
        Set<Integer> sites = new HashSet<>();
        Set<Integer> entries = new HashSet<>();
        for (Rule rule : rules) {
            if (rule.action().tellsOfContentionAlone()) {
                continue;
            }
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
            merge(owner, method, new Unseen(always, atExit, Set.of(), Set.of(), Set.of(), false, sites, entries));
        }
    }

    private void merge(String owner, String method, Unseen more) {
        methods.merge(key(owner, method), more, Unseen::and);
    }

    /** What the old code of the method does, null for methods that were not woven late. */
    public synchronized @Nullable Unseen find(String className, String method) {
        return methods.get(key(internal(className), method));
    }

    /**
     * What a frame of the old code may have done between a moment when it stood at one line and another, when it stood at
     * another line, or was {@link OldCode#LEFT}; null where that cannot be told, and a frame of the old code not be told from a
     * new one.
     */
    public synchronized @Nullable Unseen between(String className, String method, int from, int to) {
        Unseen all = Unseen.NOTHING;
        for (OldCode code : codes.getOrDefault(internal(className), List.of())) {
            Unseen one = code.between(method, from, to);
            if (one == null) {
                return null;
            }
            all = all.and(one);
        }
        return codes.containsKey(internal(className)) ? all : null;
    }

    /** Whether frames of the class's old code are known to be told from those of its new code. */
    public synchronized boolean tells(String className) {
        List<OldCode> old = codes.getOrDefault(internal(className), List.of());
        return !old.isEmpty() && old.stream().allMatch(OldCode::tells);
    }

    private static Set<String> internal(Set<String> classNames) {
        return classNames.stream().map(StaleMethods::internal).collect(Collectors.toSet());
    }

    private static String internal(String className) {
        return className.replace('.', '/');
    }

    private static String key(String owner, String method) {
        return owner + "." + method;
    }
}
