/**
 * What happened in one window, as facts: accesses, synchronization edges, threads, lock sets, and the dictionary of sites.
 *
 * <p>In: {@link dev.photofinish.analyzer.trace.TraceEvent}s in any order, across chunks. Out: a {@link
 * dev.photofinish.analyzer.trace.WindowTrace} that says whether it is complete and, if not, why. {@link
 * dev.photofinish.analyzer.trace.WindowCollector} is the door. One thread per instance. Lost: what arrives after its
 * window was judged, and what is over the bounds; both are counted, and neither window then claims to be complete.
 */
@NullMarked
package dev.photofinish.analyzer.trace;

import org.jspecify.annotations.NullMarked;
