/**
 * What the analyzer exports to Prometheus: findings, contention, agents and the analysis itself.
 *
 * <p>In: {@link dev.photofinish.analyzer.store.Observations} after they were stored, outcomes of chunks, and a look at the
 * store before each scrape. Out: the text that a scrape reads. Names, labels and help texts are an API: they are listed in
 * {@code Metric} and guarded by a golden file.
 *
 * <p>Any thread. Every label that a monitored JVM can choose is bounded; what exceeds the bound is counted under
 * {@code other}. Counters start at zero with the process, gauges come from the store and survive it.
 */
@NullMarked
package dev.photofinish.analyzer.metrics;

import org.jspecify.annotations.NullMarked;
