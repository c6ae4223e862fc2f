package dev.photofinish.analyzer.finding;

import java.util.List;

/**
 * A stack and the time that goes to its account.
 *
 * @param frames innermost first; never empty
 * @param nanos time spent with this stack, or an estimate of it from samples
 */
public record WeightedStack(List<Frame> frames, long nanos) {
    public WeightedStack {
        frames = List.copyOf(frames);
    }
}
