package dev.photofinish.analyzer.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lock sets of one window. */
public final class LockSets {
    private final Map<Integer, TreeMap<Integer, LockSetMember>> byId = new HashMap<>();

    /** Puts the sets of the window together. */
    public LockSets(WindowTrace trace) {
        for (LockSetMember member : trace.lockSetMembers()) {
            byId.computeIfAbsent(member.id(), id -> new TreeMap<>()).putIfAbsent(member.position(), member);
        }
    }

    /** The locks held during the access, in the order of acquisition; null where a member of the set is missing. */
    public @Nullable List<LockSetMember> held(FieldAccess access) {
        return members(access.lockSet());
    }

    /** The locks of a set, in the order of acquisition; null where a member is missing. */
    public @Nullable List<LockSetMember> members(int lockSet) {
        if (lockSet == 0) {
            return List.of();
        }
        TreeMap<Integer, LockSetMember> members = byId.get(lockSet);
        if (members == null || members.size() != members.firstEntry().getValue().size()) {
            return null;
        }
        return List.copyOf(members.values());
    }
}
