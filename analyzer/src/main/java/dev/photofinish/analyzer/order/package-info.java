/**
 * The happens-before order of one window.
 *
 * <p>In: a {@link dev.photofinish.analyzer.trace.WindowTrace}. Out: {@link
 * dev.photofinish.analyzer.order.HappensBefore}, which answers BEFORE, AFTER, CONCURRENT or UNKNOWN for two accesses of it.
 * Only program order and edges count, never a timestamp. Pure; one thread per window. Nothing is guessed: edges that
 * contradict each other give UNKNOWN.
 */
@NullMarked
package dev.photofinish.analyzer.order;

import org.jspecify.annotations.NullMarked;
