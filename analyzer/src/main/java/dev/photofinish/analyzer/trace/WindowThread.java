package dev.photofinish.analyzer.trace;

/**
 * What a thread number means in a window.
 *
 * @param name as the thread was called when the window closed
 * @param edges edges that the thread learned: the last sequence
 */
public record WindowThread(long window, int thread, String name, int edges) implements TraceEvent {}
