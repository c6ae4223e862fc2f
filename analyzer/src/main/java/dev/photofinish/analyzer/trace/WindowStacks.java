package dev.photofinish.analyzer.trace;

import dev.photofinish.analyzer.finding.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stacks of the accesses of one window: the access's own where it was taken, else one of the same site in the window,
 * else one of the same site in an earlier window, else none. Frames of the probe itself are cut off.
 */
public final class WindowStacks {
    private static final String AGENT = "dev.photofinish.";

    private final SiteDictionary sites;
    private final SiteStacks earlier;
    private final Map<Long, AccessStack> byAccess = new HashMap<>();
    private final Map<Integer, AccessStack> bySite = new HashMap<>();
    private final Map<Long, TaskSubmission> submissions = new HashMap<>();

    /** Indexes the stacks of the window. */
    public WindowStacks(WindowTrace trace, SiteDictionary sites, SiteStacks earlier) {
        this.sites = sites;
        this.earlier = earlier;
        for (AccessStack stack : trace.stacks()) {
            byAccess.putIfAbsent(key(stack.thread(), stack.sequence()), stack);
            bySite.merge(stack.site(), stack, WindowStacks::first);
        }
        for (TaskSubmission submission : trace.submissions()) {
            submissions.putIfAbsent(key(submission.thread(), submission.epoch()), submission);
        }
    }

    /** The stack to show for the access. */
    public Found find(FieldAccess access) {
        AccessStack own = byAccess.get(key(access.thread(), access.sequence()));
        if (own != null && own.site() == access.site() && !own.frames().isEmpty()) {
            return new Found(cut(own.frames(), access), true, submission(own));
        }
        AccessStack other = bySite.get(access.site());
        return new Found(
                cut(other == null ? earlier.find(access.site()) : other.frames(), access),
                false,
                other == null ? null : submission(other));
    }

    /** Where the task was submitted that ran when the stack was taken; null where that was not recorded. */
    private @Nullable TaskSubmission submission(AccessStack stack) {
        TaskSubmission found = submissions.get(key(stack.taskFrom(), stack.taskFromEpoch()));
        if (found == null) {
            return null;
        }
        return new TaskSubmission(found.window(), found.thread(), found.epoch(), ProbeFrames.cutOff(found.frames()));
    }

    /** Cuts off the frames of the probe; the frame of the access itself stays, whatever its class is called. */
    private List<Frame> cut(List<Frame> frames, FieldAccess access) {
        Site site = sites.find(access.site());
        int start = 0;
        while (start < frames.size() && frames.get(start).className().startsWith(AGENT)) {
            Frame frame = frames.get(start);
            if (site != null
                    && frame.className().equals(site.className())
                    && frame.method().equals(site.method())) {
                break;
            }
            start++;
        }
        return frames.subList(start, frames.size());
    }

    /** The earlier of two stacks of one site, whatever order they arrived in. */
    private static AccessStack first(AccessStack a, AccessStack b) {
        int order = a.thread() != b.thread()
                ? Integer.compare(a.thread(), b.thread())
                : Integer.compare(a.sequence(), b.sequence());
        return order <= 0 ? a : b;
    }

    private static long key(int thread, int sequence) {
        return ((long) thread << 32) | (sequence & 0xFFFF_FFFFL);
    }

    /**
     * A stack and its weight as evidence.
     *
     * @param frames innermost first; empty where none is known
     * @param exact the stack is that of this very access
     * @param submission of the task that ran when the stack was taken; null where that is not known
     */
    public record Found(
            List<Frame> frames, boolean exact, @Nullable TaskSubmission submission) {
        public Found {
            frames = List.copyOf(frames);
        }
    }
}
