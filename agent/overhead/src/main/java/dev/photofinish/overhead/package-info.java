/**
 * What the agent costs, measured from outside: the door is {@code Table}, a command that is run by hand on a quiet machine.
 *
 * <p>In: {@code Settings}: which workloads of {@code agent/workloads}, which {@code Row}s, which JDKs, how many pairs. A pair is
 * a JVM without an agent and then one with what the row says; a {@code Run} is one JVM, which measures itself after its warm-up
 * and prints a {@code Sample}. Out: one Markdown table, a {@code Page}, written anew after each row of results, so that a run
 * that is stopped leaves what it had. An {@code Interval} needs no assumption about how the ratios of pairs are distributed.
 *
 * <p>One thread; one JVM at a time. A row that does not run on this machine says so in the table, and why.
 */
@NullMarked
package dev.photofinish.overhead;

import org.jspecify.annotations.NullMarked;
