package dev.photofinish.analyzer.lockorder;

import dev.photofinish.analyzer.finding.CodeIdentity;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.trace.Site;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One thread's taking of a lock under another, whenever that was.
 *
 * @param javaThreadId of the thread, in all windows of its instance
 * @param locks all locks held meanwhile, {@code held} among them
 * @param frames where it was taken, innermost first, with those of the probe
 */
public record NestedLock(
        long javaThreadId,
        String threadName,
        LockId held,
        @Nullable Site heldAt,
        LockId acquired,
        @Nullable Site acquiredAt,
        Set<LockId> locks,
        List<Frame> frames) {
    public NestedLock {
        locks = Set.copyOf(locks);
        frames = List.copyOf(frames);
    }

    /** Whether the thread of the other would have had to wait for this one in any case: a gate. */
    boolean isGatedWith(NestedLock other) {
        return locks.stream().anyMatch(other.locks::contains);
    }

    /** Whether locks and places are the same. */
    boolean isAtPlacesOf(NestedLock other) {
        return locks.equals(other.locks)
                && place(acquiredAt).equals(place(other.acquiredAt))
                && place(heldAt).equals(place(other.heldAt));
    }

    /** The same for all of one instance that differ in nothing that matters. */
    public String key() {
        Set<String> all = new TreeSet<>();
        locks.forEach(lock -> all.add(lock.shown()));
        return CodeIdentity.fingerprint(String.join(
                "\n",
                Long.toString(javaThreadId),
                held.shown(),
                place(heldAt),
                acquired.shown(),
                place(acquiredAt),
                all.toString()));
    }

    /** What the fingerprint of a cycle is made of: without lines, identities and threads. */
    String code() {
        return CodeIdentity.className(held.lockClass()) + " " + method(heldAt) + " "
                + CodeIdentity.className(acquired.lockClass()) + " " + method(acquiredAt);
    }

    /** The place as people know it; empty for unknown. */
    static String place(@Nullable Site site) {
        return site == null ? "" : site.place();
    }

    private static String method(@Nullable Site site) {
        return site == null ? "?" : CodeIdentity.method(site.className(), site.method(), site.descriptor());
    }
}
