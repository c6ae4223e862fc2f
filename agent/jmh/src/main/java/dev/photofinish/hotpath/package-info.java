/**
 * What the hot path costs: closed and open probes, and operations that have them, one by one.
 *
 * <p>Comes in: the classes of {@code agent/boot}, called as woven code calls them, and for {@link
 * dev.photofinish.hotpath.WovenBenchmark} the shipped agent. Goes out: a table, written by {@link
 * dev.photofinish.hotpath.Results}. Runs on JMH's threads, in JVMs of their own. What a benchmark of probes that did not record
 * would say is not reported: it fails.
 */
@NullMarked
package dev.photofinish.hotpath;

import org.jspecify.annotations.NullMarked;
