/**
 * Failures on purpose: what the fire tests ask of a shipped agent, by system properties {@code photofinish.drill.*} that no
 * user sets.
 *
 * <p>In: the system properties, once per start of the agent. Out: other limits, and an error at a named stage. Without the
 * properties nothing here does anything.
 */
@NullMarked
package dev.photofinish.drill;

import org.jspecify.annotations.NullMarked;
