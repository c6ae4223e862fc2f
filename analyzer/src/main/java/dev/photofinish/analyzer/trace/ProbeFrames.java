package dev.photofinish.analyzer.trace;

import dev.photofinish.analyzer.finding.Frame;
import java.util.List;

/** The frames with which the agent's own code begins a stack that one of its probes has taken. */
public final class ProbeFrames {
    private static final List<String> PACKAGES =
            List.of("dev.photofinish.probe.", "dev.photofinish.shadow.", "dev.photofinish.event.");

    private ProbeFrames() {}

    /** The stack from where the application called the probe. */
    public static List<Frame> cutOff(List<Frame> frames) {
        int start = 0;
        while (start < frames.size() && isProbe(frames.get(start).className())) {
            start++;
        }
        return frames.subList(start, frames.size());
    }

    private static boolean isProbe(String className) {
        return PACKAGES.stream().anyMatch(className::startsWith);
    }
}
