package dev.photofinish.analyzer.flame;

import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.WeightedStack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Stacks as a test writes them. */
final class Stacks {
    private Stacks() {}

    /** A stack of frames of {@code com.acme.Shop}, outermost first as in the picture. */
    static WeightedStack stack(long nanos, String... methods) {
        List<Frame> frames = new ArrayList<>();
        for (String method : methods) {
            frames.add(new Frame("com.acme.Shop", method, frames.size()));
        }
        Collections.reverse(frames);
        return new WeightedStack(frames, nanos);
    }

    /** A stack of one frame. */
    static WeightedStack frame(long nanos, String className, String method) {
        return new WeightedStack(List.of(new Frame(className, method, -1)), nanos);
    }
}
