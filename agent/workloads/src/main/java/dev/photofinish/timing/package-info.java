/**
 * What the workloads cost: a run that measures itself, for the table of {@code agent/overhead}.
 *
 * <p>In: the system property {@code workload.warmup}, seconds; without it nothing here is touched. Out: one line {@code measured
 * key=value ...} on standard output. Each thread of the workload writes its own {@code RoundTimes}; the thread that waits for
 * them reads the clocks at the end of the warm-up and of the run. Outside of {@code dev.photofinish.workload}, so that no test
 * that watches the workloads watches this.
 */
@NullMarked
package dev.photofinish.timing;

import org.jspecify.annotations.NullMarked;
