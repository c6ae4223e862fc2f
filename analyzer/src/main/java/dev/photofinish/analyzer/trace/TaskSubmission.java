package dev.photofinish.analyzer.trace;

import dev.photofinish.analyzer.finding.Frame;
import java.util.List;

/**
 * Where a thread submitted a task, or started a thread. Evidence only.
 *
 * @param frames innermost first; shared between events, never copied
 */
public record TaskSubmission(long window, int thread, int epoch, List<Frame> frames) implements TraceEvent {}
