package dev.photofinish.analyzer.race;

import dev.photofinish.analyzer.finding.Guard;
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
import org.jspecify.annotations.Nullable;

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

    /** The lock that was held most often; null where the agent counted nothing. */
    @Nullable
    Guard of(Collection<Variable> variables) {
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
        Guard best = new Guard("", 0, total);
        for (Map.Entry<String, Long> lock : heldIn.entrySet()) {
            if (lock.getValue() > best.held()) {
                best = new Guard(lock.getKey(), lock.getValue(), total);
            }
        }
        return total == 0 ? null : best;
    }

    private Set<String> held(AccessTally tally, Variable variable) {
        List<LockSetMember> members = lockSets.members(tally.lockSet());
        Set<String> held = new HashSet<>();
        if (members != null) {
            members.forEach(lock -> held.add(names.of(lock, variable)));
        }
        return held;
    }

    /** The guard in a sentence. */
    static String sentence(Guard guard) {
        String accesses =
                guard.of() + " recorded " + (guard.of() == 1 ? "access" : "accesses") + " to it in this window";
        if (guard.held() == 0) {
            return "Inferred guard: none. No lock was held in any of the " + accesses + ".";
        }
        if (guard.held() * 2 <= guard.of()) {
            return "Inferred guard: none. The lock held most often, " + guard.lock() + ", was held in " + guard.held()
                    + " of the " + accesses + ".";
        }
        return guard.held() < guard.of()
                ? "Inferred guard: " + guard.lock() + ", held in " + guard.held() + " of the " + accesses + "."
                : "Inferred guard: " + guard.lock() + ", held in all of the " + accesses
                        + ", yet it is not the same lock each time, or not in a mode that excludes.";
    }
}
