package dev.photofinish.analyzer.race;

import dev.photofinish.analyzer.trace.AccessTally;
import dev.photofinish.analyzer.trace.LockSetMember;
import dev.photofinish.analyzer.trace.LockSets;
import dev.photofinish.analyzer.trace.Site;
import dev.photofinish.analyzer.trace.SiteDictionary;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which lock seems meant to guard a variable: the one that was held in most of its accesses. Counted by the agent over all
 * accesses that it recorded to the variables that raced, ordered or not.
 */
final class Guards {
    private final LockSets lockSets;
    private final LockNames names;
    private final Map<Variable, List<AccessTally>> tallies = new HashMap<>();

    Guards(WindowTrace trace, SiteDictionary sites, LockSets lockSets) {
        this.lockSets = lockSets;
        this.names = new LockNames(sites);
        for (AccessTally tally : trace.tallies()) {
            Site site = sites.find(tally.site());
            if (site != null) {
                tallies.computeIfAbsent(
                                new Variable(site.field(), tally.object(), tally.index()), key -> new ArrayList<>())
                        .add(tally);
            }
        }
    }

    /** The guard in a sentence; empty where the agent counted nothing. */
    String sentence(Collection<Variable> variables) {
        long total = 0;
        Map<String, Long> heldIn = new TreeMap<>();
        for (Variable variable : variables) {
            for (AccessTally tally : tallies.getOrDefault(variable, List.of())) {
                total += tally.count();
                for (String name : held(tally, variable)) {
                    heldIn.merge(name, (long) tally.count(), Long::sum);
                }
            }
        }
        return total == 0 ? "" : sentence(heldIn, total);
    }

    private Set<String> held(AccessTally tally, Variable variable) {
        List<LockSetMember> members = lockSets.members(tally.lockSet());
        Set<String> held = new HashSet<>();
        if (members != null) {
            members.forEach(lock -> held.add(names.of(lock, variable)));
        }
        return held;
    }

    private static String sentence(Map<String, Long> heldIn, long total) {
        String best = "";
        long most = 0;
        for (Map.Entry<String, Long> lock : heldIn.entrySet()) {
            if (lock.getValue() > most) {
                best = lock.getKey();
                most = lock.getValue();
            }
        }
        String accesses = total + " recorded " + (total == 1 ? "access" : "accesses") + " to it in this window";
        if (most == 0) {
            return "Inferred guard: none. No lock was held in any of the " + accesses + ".";
        }
        if (most * 2 <= total) {
            return "Inferred guard: none. The lock held most often, " + best + ", was held in " + most + " of the "
                    + accesses + ".";
        }
        return most < total
                ? "Inferred guard: " + best + ", held in " + most + " of the " + accesses + "."
                : "Inferred guard: " + best + ", held in all of the " + accesses
                        + ", yet it is not the same lock each time, or not in a mode that excludes.";
    }
}
