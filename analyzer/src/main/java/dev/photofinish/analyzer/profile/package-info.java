/**
 * Stacks of threads that wait for locks and of those that make them wait, added up while the analyzer runs.
 *
 * <p>In: stacks with their time, from each chunk that was analysed. Out: one list by service and role, for flame graphs. Bounded: by
 * services, and by stacks of each. Nothing is stored: after a restart the profiles begin anew.
 */
@NullMarked
package dev.photofinish.analyzer.profile;

import org.jspecify.annotations.NullMarked;
