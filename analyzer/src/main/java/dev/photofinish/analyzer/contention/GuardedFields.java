package dev.photofinish.analyzer.contention;

import dev.photofinish.analyzer.finding.LockQueue.GuardedField;
import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.LockSetMember;
import dev.photofinish.analyzer.trace.LockSets;
import dev.photofinish.analyzer.trace.Site;
import dev.photofinish.analyzer.trace.SiteDictionary;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which fields were accessed under locks of which class, in the accesses that a window recorded of variables that threads share. */
final class GuardedFields {
    private GuardedFields() {}

    static Map<String, List<GuardedField>> byLockClass(WindowTrace trace, SiteDictionary sites) {
        LockSets lockSets = new LockSets(trace);
        Map<String, Long> accesses = new HashMap<>();
        Map<String, Map<String, Counts>> byLock = new HashMap<>();
        for (FieldAccess access : trace.accesses()) {
            Site site = sites.find(access.site());
            if (site == null || site.field().isEmpty()) {
                continue;
            }
            accesses.merge(site.field(), 1L, Long::sum);
            for (String lock : classes(lockSets.held(access))) {
                Counts counts = byLock.computeIfAbsent(lock, name -> new HashMap<>())
                        .computeIfAbsent(site.field(), field -> new Counts());
                counts.held++;
                counts.reads += access.writes() ? 0 : 1;
            }
        }
        Map<String, List<GuardedField>> guarded = new HashMap<>();
        byLock.forEach((lock, fields) -> {
            List<GuardedField> list = new ArrayList<>();
            fields.forEach((field, counts) ->
                    list.add(new GuardedField(field, counts.held, accesses.getOrDefault(field, 0L), counts.reads)));
            guarded.put(lock, list);
        });
        return guarded;
    }

    private static Set<String> classes(@Nullable List<LockSetMember> held) {
        return held == null
                ? Set.of()
                : held.stream().map(LockSetMember::lockClass).collect(Collectors.toUnmodifiableSet());
    }

    private static final class Counts {
        long held;
        long reads;
    }
}
