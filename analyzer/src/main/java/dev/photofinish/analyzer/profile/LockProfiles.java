package dev.photofinish.analyzer.profile;

import dev.photofinish.analyzer.contention.StackProfile;
import dev.photofinish.analyzer.finding.StackRole;
import dev.photofinish.analyzer.finding.WeightedStack;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stacks of threads that waited for locks or made others wait, by service, since the analyzer started. Used by any thread. */
public final class LockProfiles {
    private static final int MAX_SERVICES = 32;
    private static final String OTHER = "other";

    private final Map<String, Map<StackRole, StackProfile>> byService = new TreeMap<>();

    /** Adds what one chunk of a service told. */
    public synchronized void add(String service, Map<StackRole, List<WeightedStack>> stacks) {
        if (stacks.isEmpty()) {
            return;
        }
        String kept = byService.size() < MAX_SERVICES || byService.containsKey(service) ? service : OTHER;
        Map<StackRole, StackProfile> profiles = byService.computeIfAbsent(kept, name -> new EnumMap<>(StackRole.class));
        stacks.forEach((role, more) ->
                profiles.computeIfAbsent(role, key -> new StackProfile()).add(more));
    }

    /** The stacks, the longest time first; null means of every service. */
    public synchronized List<WeightedStack> stacks(StackRole role, @Nullable String service) {
        StackProfile sum = new StackProfile();
        byService.forEach((name, profiles) -> {
            StackProfile profile = profiles.get(role);
            if (profile != null && (service == null || service.equals(name))) {
                sum.add(profile.stacks());
            }
        });
        return sum.stacks();
    }
}
