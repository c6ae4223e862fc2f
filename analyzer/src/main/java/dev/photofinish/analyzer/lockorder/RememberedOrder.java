package dev.photofinish.analyzer.lockorder;

import dev.photofinish.analyzer.finding.CodeIdentity;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.trace.Site;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One thread's taking of a lock under another, as it outlives the process that saw it: without what orders it within its
 * window.
 *
 * @param firstWindow where such a one was seen first; {@code lastWindow} where it was last
 * @param javaThreadId of the thread, in all windows of its instance
 * @param locks all locks held meanwhile, {@code held} among them
 */
public record RememberedOrder(
        long firstWindow,
        long lastWindow,
        long javaThreadId,
        String threadName,
        LockId held,
        @Nullable Site heldAt,
        LockId acquired,
        @Nullable Site acquiredAt,
        Set<LockId> locks,
        List<Frame> frames) {
    public RememberedOrder {
        locks = Set.copyOf(locks);
        frames = List.copyOf(frames);
    }

    /** The same for all that differ in nothing that matters. */
    public String key() {
        Set<String> held = new TreeSet<>();
        locks.forEach(lock -> held.add(lock.shown()));
        return CodeIdentity.fingerprint(String.join(
                "\n",
                Long.toString(javaThreadId),
                this.held.shown(),
                Acquisition.place(heldAt),
                acquired.shown(),
                Acquisition.place(acquiredAt),
                held.toString()));
    }
}
