package dev.photofinish.analyzer.trace;

import dev.photofinish.analyzer.finding.Frame;
import java.util.List;

/**
 * The stack of one access, joined to it by window, thread and sequence.
 *
 * @param frames innermost first; shared between events, never copied
 */
public record AccessStack(long window, int thread, int sequence, int site, List<Frame> frames) implements TraceEvent {}
