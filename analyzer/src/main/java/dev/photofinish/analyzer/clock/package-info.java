/**
 * Logical time: epochs and vector clocks, in the notation of FastTrack (Flanagan and Freund, PLDI 2009).
 *
 * <p>In: thread numbers and per-thread counters. Out: whether one point of a thread is known to another. Pure values,
 * any thread; nothing is lost and nothing is measured here: wall-clock time is never order.
 */
@NullMarked
package dev.photofinish.analyzer.clock;

import org.jspecify.annotations.NullMarked;
