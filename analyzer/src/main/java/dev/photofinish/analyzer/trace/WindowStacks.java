package dev.photofinish.analyzer.trace;

import dev.photofinish.analyzer.finding.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** Indexes the stacks of the window. */
    public WindowStacks(WindowTrace trace, SiteDictionary sites, SiteStacks earlier) {
        this.sites = sites;
        this.earlier = earlier;
        for (AccessStack stack : trace.stacks()) {
            byAccess.putIfAbsent(key(stack.thread(), stack.sequence()), stack);
            bySite.merge(stack.site(), stack, WindowStacks::first);
        }
    }

    /** The stack to show for the access. */
    public Found find(FieldAccess access) {
        AccessStack own = byAccess.get(key(access.thread(), access.sequence()));
        if (own != null && own.site() == access.site() && !own.frames().isEmpty()) {
            return new Found(cut(own.frames(), access), true);
        }
        AccessStack other = bySite.get(access.site());
        return new Found(cut(other == null ? earlier.find(access.site()) : other.frames(), access), false);
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
     */
    public record Found(List<Frame> frames, boolean exact) {
        public Found {
            frames = List.copyOf(frames);
        }
    }
}
