package dev.photofinish.analyzer.race;

import dev.photofinish.analyzer.trace.LockSetMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules may look at.
 *
 * @param firstLocks held by the first side's example; null where that is not known
 * @param secondLocks held by the second side's example; null where that is not known
 * @param pairs unordered pairs in this window
 * @param objects different objects among them; static fields count as one
 * @param windows windows of the instance that showed this race, this one included
 */
record Evidence(
        Side first,
        Side second,
        @Nullable List<LockSetMember> firstLocks,
        @Nullable List<LockSetMember> secondLocks,
        long pairs,
        int objects,
        int windows) {}
