/**
 * The flow from chunks of one JVM to findings: decode, assemble windows, order, detect.
 *
 * <p>In: chunks, in the order in which that JVM wrote them. Out: calls of an {@link
 * dev.photofinish.analyzer.analysis.AnalysisListener}. One {@link dev.photofinish.analyzer.analysis.InstanceAnalysis} per
 * JVM instance, used by one thread at a time. A window whose end never arrives is reported incomplete at the end.
 */
@NullMarked
package dev.photofinish.analyzer.analysis;

import org.jspecify.annotations.NullMarked;
