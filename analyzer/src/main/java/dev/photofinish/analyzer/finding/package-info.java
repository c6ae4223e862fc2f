/**
 * What the analysis found, as facts: races, contention, and the state a stored finding goes through.
 *
 * <p>In: pairs from {@code race}, waits from {@code contention}. Out: records that {@code api}, {@code metrics} and the
 * commands render; the names of their components are the JSON keys. Immutable; any thread.
 */
@NullMarked
package dev.photofinish.analyzer.finding;

import org.jspecify.annotations.NullMarked;
