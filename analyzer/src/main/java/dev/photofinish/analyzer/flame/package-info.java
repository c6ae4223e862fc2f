/**
 * Flame graphs: many stacks, each with the time that goes to its account, as one picture.
 *
 * <p>In: weighted stacks. Out: the collapsed format, for other tools ({@link
 * dev.photofinish.analyzer.flame.CollapsedStacks}), or one HTML file that needs nothing else and loads nothing from the network
 * ({@link dev.photofinish.analyzer.flame.FlameGraph}). Names come from the monitored JVM and are hostile until {@code FrameNames}
 * has cleaned them. What is lost: line numbers; in HTML also the names of frames too small to be seen, which the page says. Holds
 * no state; any thread.
 *
 * <p>Reference: B. Gregg, The Flame Graph, CACM 59(6), 2016. The picture is drawn by d3-flame-graph, of which a copy lies under
 * {@code resources/flame} with its licences, because no Maven repository has it.
 */
@NullMarked
package dev.photofinish.analyzer.flame;

import org.jspecify.annotations.NullMarked;
