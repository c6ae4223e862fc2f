package dev.photofinish.analyzer.race;

import dev.photofinish.analyzer.trace.LockSetMember;
import dev.photofinish.analyzer.trace.SiteDictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The evidence in sentences that a person can act on: what is not ordered, and what the locks have to do with it. */
final class Reasons {
    private final SiteDictionary sites;

    Reasons(SiteDictionary sites) {
        this.sites = sites;
    }

    /** The sentences, the grade's own last. */
    List<String> of(Evidence evidence, String guard, String nearest) {
        List<String> reasons = new ArrayList<>();
        reasons.add("No synchronization orders " + evidence.first().described() + " and "
                + evidence.second().described() + ".");
        reasons.add(nearest);
        reasons.add(locks(evidence));
        if (!guard.isEmpty()) {
            reasons.add(guard);
        }
        GradeRule.judgeAll(evidence).forEach(verdict -> reasons.add(verdict.reason()));
        return reasons;
    }

    private String locks(Evidence evidence) {
        List<LockSetMember> first = evidence.firstLocks();
        List<LockSetMember> second = evidence.secondLocks();
        if (first == null || second == null) {
            return "Which locks were held is not known: a photofinish.LockSet event is missing, or a thread ran code from before"
                    + " an attach.";
        }
        if (first.isEmpty() && second.isEmpty()) {
            return "Neither thread held a lock.";
        }
        if (first.isEmpty() || second.isEmpty()) {
            Side holder = first.isEmpty() ? evidence.second() : evidence.first();
            return "Only " + holder.described() + " held a lock: " + named(first.isEmpty() ? second : first) + ".";
        }
        LockSetMember common = common(first, second);
        return common == null
                ? "Both threads held locks, but none in common: " + named(first) + " in "
                        + evidence.first().described() + ", " + named(second) + " in "
                        + evidence.second().described() + "."
                : "Both threads held " + named(List.of(common))
                        + ", yet neither waited for the other: it does not exclude them in the mode they took it.";
    }

    private static @Nullable LockSetMember common(List<LockSetMember> first, List<LockSetMember> second) {
        Set<Long> objects = second.stream().map(LockSetMember::object).collect(Collectors.toSet());
        return first.stream()
                .filter(lock -> objects.contains(lock.object()))
                .findFirst()
                .orElse(null);
    }

    private String named(List<LockSetMember> locks) {
        return locks.stream().map(this::named).collect(Collectors.joining(", "));
    }

    private String named(LockSetMember lock) {
        String place = sites.place(lock.site());
        return lock.lockClass() + "@" + lock.object() + (place.isEmpty() ? "" : " (acquired at " + place + ")");
    }
}
