/**
 * Traces in the text format of the RAPID research tool, {@code thread|op(operand)|location}: so that any engine can be held
 * against ours, and ours against any trace.
 *
 * <p>In: lines, hostile; or a complete window. Out: a {@link dev.photofinish.analyzer.trace.WindowTrace} that the engine
 * cannot tell from a recorded one; or lines. {@link dev.photofinish.analyzer.std.StdTrace} reads, {@link
 * dev.photofinish.analyzer.std.StdWriter} writes. One thread. Nothing is lost: a line that cannot be read is an error that
 * names it. Operations: {@code acq rel r w fork join}, and {@code begin end}, which order nothing.
 *
 * <p>Reference: U. Mathur, RAPID (the logger format called "std").
 */
@NullMarked
package dev.photofinish.analyzer.std;

import org.jspecify.annotations.NullMarked;
