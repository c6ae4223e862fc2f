/**
 * What is remembered: findings, contention, agents, and the chunks that are accepted but not yet analysed, in SQL.
 *
 * <p>In: {@link dev.photofinish.analyzer.store.Observations}, everything that the analysis of one chunk gave. Out: findings
 * with their history, for {@code api} and {@code metrics}. The door is {@link dev.photofinish.analyzer.store.AnalyzerStore}.
 *
 * <p>Any thread; writers take turns, readers do not wait for them. What one chunk gave is written in the same transaction
 * that marks the chunk as analysed, so a crash neither loses nor counts anything twice. Numbers saturate instead of
 * overflowing, texts are cut, and rows are bounded per service: what did not fit is returned to the caller, who counts it.
 */
@NullMarked
package dev.photofinish.analyzer.store;

import org.jspecify.annotations.NullMarked;
