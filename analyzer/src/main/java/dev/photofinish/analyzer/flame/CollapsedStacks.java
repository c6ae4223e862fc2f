package dev.photofinish.analyzer.flame;

import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.Saturating;
import dev.photofinish.analyzer.finding.WeightedStack;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Writes stacks in the collapsed format that flamegraph.pl, speedscope and others read: one line a stack, outermost frame first,
 * {@code ;} between frames, a space, and the nanoseconds.
 */
public final class CollapsedStacks {
    private CollapsedStacks() {}

    /** Writes the stacks sorted by their text, equal ones summed. A stack without time has no line. */
    public static void write(Collection<WeightedStack> stacks, PrintWriter out) {
        Map<String, Long> nanosByText = new TreeMap<>();
        for (WeightedStack stack : stacks) {
            if (stack.nanos() > 0) {
                nanosByText.merge(text(stack.frames()), stack.nanos(), Saturating::add);
            }
        }
        nanosByText.forEach((text, nanos) ->
                out.append(text).append(' ').append(nanos.toString()).append('\n'));
    }

    private static String text(List<Frame> frames) {
        StringJoiner text = new StringJoiner(";");
        for (int i = frames.size() - 1; i >= 0; i--) {
            text.add(FrameNames.collapsed(frames.get(i)));
        }
        return text.toString();
    }
}
