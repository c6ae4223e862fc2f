/**
 * Who waited for what, where, for how long, and who made them wait.
 *
 * <p>In: {@link dev.photofinish.analyzer.trace.LockWait}s of the JVM's own events, and the {@link
 * dev.photofinish.analyzer.trace.LockHandoff}s of windows. Out: rows by lock class, site and kind, from {@link
 * dev.photofinish.analyzer.contention.ContentionTable}, the longest wait first; stacks with the time that goes to their account;
 * advice. Pure, one thread. The two sources are never added up, because they see the same waits. Bounded: what is over the bound
 * is in the row {@code other}.
 */
@NullMarked
package dev.photofinish.analyzer.contention;

import org.jspecify.annotations.NullMarked;
