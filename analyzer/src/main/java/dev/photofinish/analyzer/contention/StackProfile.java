package dev.photofinish.analyzer.contention;

import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.Saturating;
import dev.photofinish.analyzer.finding.WeightedStack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Time by stack; what is over the bound goes to a stack of one frame, {@code other}. */
public final class StackProfile {
    private static final int MAX_STACKS = 20_000;
    private static final List<Frame> OTHER = List.of(new Frame("other", "stacks", -1));

    private final Map<List<Frame>, Long> nanosByStack = new HashMap<>();

    /** Adds time; a stack without frames tells nothing and is left out. */
    public void add(List<Frame> frames, long nanos) {
        if (frames.isEmpty()) {
            return;
        }
        boolean room = nanosByStack.size() < MAX_STACKS || nanosByStack.containsKey(frames);
        nanosByStack.merge(room ? frames : OTHER, nanos, Saturating::add);
    }

    /** Adds all of another profile. */
    public void add(List<WeightedStack> stacks) {
        stacks.forEach(stack -> add(stack.frames(), stack.nanos()));
    }

    /** The stacks, the longest time first. */
    public List<WeightedStack> stacks() {
        List<WeightedStack> all = new ArrayList<>();
        nanosByStack.forEach((frames, nanos) -> all.add(new WeightedStack(frames, nanos)));
        all.sort(Comparator.comparingLong(WeightedStack::nanos).reversed());
        return all;
    }
}
